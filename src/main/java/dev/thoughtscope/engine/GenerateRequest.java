package dev.thoughtscope.engine;

import java.util.Arrays;
import java.util.List;

/// One branch to run: `prefix` is context, `given` is forced and scored token by token, then up to
/// `maxTokens` tokens are sampled.
///
/// With `maxTokens` 0 it only scores. `given` needs at least one token before it, in `prefix`.
///
/// @param stops strings that end the generation, looked for in sampled text only
/// @param top how many alternatives each step carries, 0 to 100
/// @param priority smaller is served first when not all branches fit; equal ones in order of arrival
public record GenerateRequest(
        Sequence prefix,
        Sequence given,
        int maxTokens,
        Sampling sampling,
        List<String> stops,
        int top,
        int priority,
        Exactness exactness) {
    public static final int DEFAULT_TOP = 5;

    public GenerateRequest {
        stops = List.copyOf(stops);
        if (prefix.length() == 0) {
            throw new IllegalArgumentException("A generation needs at least one token before it.");
        }
        if (maxTokens < 0 || top < 0 || top > 100) {
            throw new IllegalArgumentException("maxTokens " + maxTokens + " or top " + top + " out of range");
        }
    }

    /// One that is not exact.
    public GenerateRequest(
            Sequence prefix, Sequence given, int maxTokens, Sampling sampling, List<String> stops, int top, int priority) {
        this(prefix, given, maxTokens, sampling, stops, top, priority, Exactness.NONE);
    }

    public static GenerateRequest sample(Sequence prefix, int maxTokens, Sampling sampling, List<String> stops) {
        return new GenerateRequest(prefix, Sequence.EMPTY, maxTokens, sampling, stops, DEFAULT_TOP, 0);
    }

    public static GenerateRequest score(Sequence prefix, Sequence given) {
        return new GenerateRequest(prefix, given, 0, Sampling.greedy(), List.of(), DEFAULT_TOP, 0);
    }

    public GenerateRequest with(Exactness newExactness) {
        return new GenerateRequest(prefix, given, maxTokens, sampling, stops, top, priority, newExactness);
    }

    public boolean isExact() {
        return exactness != Exactness.NONE;
    }

    /// What is left to ask for after these steps, the first that it gave: they become prefix.
    public GenerateRequest after(List<TokenStep> steps) {
        int scored = Math.min(steps.size(), given.length());
        return new GenerateRequest(
                prefix.plus(steps),
                Sequence.of(Arrays.copyOfRange(given.toArray(), scored, given.length())),
                maxTokens - (steps.size() - scored),
                sampling,
                stops,
                top,
                priority,
                exactness);
    }
}
