package dev.thoughtscope.study;

import java.time.Duration;

/// How far a study is.
///
/// @param done units with a result, those of earlier sittings included
/// @param failed of these, those that gave nothing
/// @param elapsed in this sitting, pauses left out
/// @param left an estimate from the cost of what was done in this sitting; zero before anything was
/// @param tokens written in this sitting
public record Progress(int done, int total, int failed, Duration elapsed, Duration left, long tokens) {
    /// @return 0 before any time has passed
    public double tokensPerSecond() {
        return elapsed.isZero() ? 0 : tokens / (elapsed.toNanos() / 1e9);
    }
}
