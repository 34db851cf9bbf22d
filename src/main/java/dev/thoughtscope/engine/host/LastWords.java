package dev.thoughtscope.engine.host;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a process said before it died, and the sentence about its death.
final class LastWords {
    private static final int KEPT = 40;
    private static final int SIGNAL_BASE = 128;
    private static final Map<Integer, String> SIGNALS = Map.of(
            4, "SIGILL, an instruction that this processor lacks",
            6, "SIGABRT, ended by itself",
            7, "SIGBUS, often a model file that changed while in use",
            8, "SIGFPE, an impossible calculation",
            9, "SIGKILL, ended from outside, often because the system ran out of memory",
            11, "SIGSEGV, a memory error",
            15, "SIGTERM, asked to end from outside");
    private static final Pattern CAUGHT = Pattern.compile("^SIG[A-Z]+ \\(0x([0-9a-f]{1,2})\\)");
    private static final List<String> TELLING = List.of(
            "The engine stopped", "insufficient memory", "CUDA error: ", "ROCm error: ", "GGML_ASSERT", "ggml_abort", "terminate called", "what():", "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE",
            "OutOfMemoryError", "out of memory", "failed to allocate", "error");

    private final ArrayDeque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (!line.isBlank()) {
            lines.addLast(line.strip());
            if (lines.size() > KEPT) {
                lines.removeFirst();
            }
        }
    }

    /// The latest line that tells most, shortened; empty if none tells anything.
    synchronized String telling() {
        for (var word : TELLING) {
            var found = lines.reversed().stream().filter(line -> line.contains(word)).findFirst();
            if (found.isPresent()) {
                var line = found.get().replaceFirst("^#\\s*", "");
                return line.length() > 200 ? line.substring(0, 200) + "…" : line;
            }
        }
        return "";
    }

    /// One sentence: how it ended and, as far as known, why.
    String sentence(int exitCode, String model) {
        var said = telling();
        return "The engine's process, with " + model + ", ended by " + how(exitCode, said)
                + (said.isEmpty() ? "." : "; it last said: " + said + (said.endsWith(".") ? "" : "."));
    }

    private static String how(int exitCode, String said) {
        // A virtual machine that caught the signal reports it and ends with a code of its own.
        var caught = CAUGHT.matcher(said);
        int signal = caught.find() ? Integer.parseInt(caught.group(1), 16) : exitCode - SIGNAL_BASE;
        if (signal > 0 && signal < 65) {
            return "signal " + signal + (SIGNALS.containsKey(signal) ? " (" + SIGNALS.get(signal) + ")" : "");
        }
        return "exit code " + exitCode;
    }
}
