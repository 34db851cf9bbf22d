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
/// @param exact whether its probabilities may not depend on what runs beside it, to 1e-4 and as far as the engine can
///     see to that: such a branch, and what runs beside it, is slower
public record GenerateRequest(
        Sequence prefix,
        Sequence given,
        int maxTokens,
        Sampling sampling,
        List<String> stops,
        int top,
        int priority,
        boolean exact) {
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
        this(prefix, given, maxTokens, sampling, stops, top, priority, false);
    }

    public static GenerateRequest sample(Sequence prefix, int maxTokens, Sampling sampling, List<String> stops) {
        return new GenerateRequest(prefix, Sequence.EMPTY, maxTokens, sampling, stops, DEFAULT_TOP, 0);
    }

    public static GenerateRequest score(Sequence prefix, Sequence given) {
        return new GenerateRequest(prefix, given, 0, Sampling.greedy(), List.of(), DEFAULT_TOP, 0);
    }

    /// This one, exact.
    public GenerateRequest exactly() {
        return new GenerateRequest(prefix, given, maxTokens, sampling, stops, top, priority, true);
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
                exact);
    }
}
