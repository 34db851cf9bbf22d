package dev.thoughtscope.engine.llama;

import java.util.regex.Pattern;

/// How llama.cpp and its backends say that memory has run out.
public final class NoMemory {
    private static final Pattern WORDS = Pattern.compile(
            "out of memory|out ?of ?(device|host) ?memory|failed to alloc|unable to alloc|malloc failed"
                    + "|exceeds device buffer|allocation of size \\d+ failed",
            Pattern.CASE_INSENSITIVE);

    private NoMemory() {}

    public static boolean isToldBy(String line) {
        return WORDS.matcher(line).find();
    }
}
