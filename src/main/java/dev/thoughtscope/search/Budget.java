package dev.thoughtscope.search;

import java.time.Duration;

/// When a search ends by itself: at the first of these.
///
/// @param rollouts simulations
/// @param tokens tokens that the model chose; no new wave starts beyond it
/// @param time since the search began, pauses included
public record Budget(int rollouts, long tokens, Duration time) {
    private static final Duration NO_END = Duration.ofDays(365);

    public Budget {
        if (rollouts < 1 || tokens < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("A search needs at least one rollout, one token and some time.");
        }
    }

    public static Budget rollouts(int rollouts) {
        return new Budget(rollouts, Long.MAX_VALUE, NO_END);
    }

    /// How many simulations may still start.
    int left(int simulations, long tokensSoFar, Duration elapsed) {
        return tokensSoFar >= tokens || elapsed.compareTo(time) >= 0 ? 0 : Math.max(0, rollouts - simulations);
    }
}
