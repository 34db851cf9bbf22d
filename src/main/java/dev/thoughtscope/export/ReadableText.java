package dev.thoughtscope.export;

import java.util.regex.Pattern;

/// What a model wrote as people read it: on one line, without the marks that only machines need.
public final class ReadableText {
    private static final Pattern MARKS =
            Pattern.compile("(?i)</?(?:thought|thinking|think|output|answer)>|<\\|[^|<>\\s]{1,40}\\|>|<｜[^｜<>\\s]{1,40}｜>");
    private static final Pattern BOXED = Pattern.compile("\\\\boxed\\{([^{}]*)}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private ReadableText() {}

    /// The text without the marks around thoughts and answers; where there is nothing else, the marks themselves.
    public static String of(String text) {
        String bare = MARKS.matcher(text).replaceAll(" ");
        String plain = oneLine(BOXED.matcher(bare).replaceAll("$1"));
        return plain.isEmpty() ? oneLine(text) : plain;
    }

    private static String oneLine(String text) {
        return SPACES.matcher(text.strip()).replaceAll(" ");
    }
}
