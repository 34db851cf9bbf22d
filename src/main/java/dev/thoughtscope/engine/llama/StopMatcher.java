package dev.thoughtscope.engine.llama;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Looks for stop strings in a stream of bytes, so that neither tokens nor characters need to be whole.
/// One automaton (Knuth, Morris and Pratt) for each string.
final class StopMatcher {
    private final byte[][] patterns;
    private final int[][] fallbacks;
    private final int[] matched;

    StopMatcher(List<String> stops) {
        patterns = stops.stream()
                .filter(stop -> !stop.isEmpty())
                .map(stop -> stop.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        fallbacks = new int[patterns.length][];
        matched = new int[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            fallbacks[i] = fallback(patterns[i]);
        }
    }

    private static int[] fallback(byte[] pattern) {
        var fallback = new int[pattern.length];
        int length = 0;
        for (int i = 1; i < pattern.length; i++) {
            while (length > 0 && pattern[i] != pattern[length]) {
                length = fallback[length - 1];
            }
            if (pattern[i] == pattern[length]) {
                length++;
            }
            fallback[i] = length;
        }
        return fallback;
    }

    /// Reads on.
    ///
    /// @return whether one of the strings has appeared in these bytes or ended in them
    boolean accept(byte[] bytes) {
        boolean found = false;
        for (byte next : bytes) {
            for (int i = 0; i < patterns.length; i++) {
                found |= advance(i, next);
            }
        }
        return found;
    }

    private boolean advance(int i, byte next) {
        var pattern = patterns[i];
        int length = matched[i];
        while (length > 0 && pattern[length] != next) {
            length = fallbacks[i][length - 1];
        }
        if (pattern[length] == next) {
            length++;
        }
        boolean whole = length == pattern.length;
        matched[i] = whole ? fallbacks[i][length - 1] : length;
        return whole;
    }
}
