package dev.thoughtscope.engine;

/// Running totals of an engine.
///
/// @param generatedTokens tokens sampled
/// @param computedTokens tokens that went through the model, prompts included
/// @param sharedTokens tokens that a branch needed and another had already computed
/// @param recomputedTokens of the computed ones, those computed before and given up for room
/// @param decodeCalls forward passes
/// @param decodedRows sum of the branches that advanced in each pass
/// @param decodeNanos time inside the library's forward passes
/// @param busyNanos time from the first request in flight to the last, idle time left out
public record EngineStats(
        long generatedTokens,
        long computedTokens,
        long sharedTokens,
        long recomputedTokens,
        long decodeCalls,
        long decodedRows,
        long decodeNanos,
        long busyNanos) {
    public static final EngineStats ZERO = new EngineStats(0, 0, 0, 0, 0, 0, 0, 0);

    public EngineStats plus(EngineStats other) {
        return new EngineStats(
                generatedTokens + other.generatedTokens,
                computedTokens + other.computedTokens,
                sharedTokens + other.sharedTokens,
                recomputedTokens + other.recomputedTokens,
                decodeCalls + other.decodeCalls,
                decodedRows + other.decodedRows,
                decodeNanos + other.decodeNanos,
                busyNanos + other.busyNanos);
    }

    public EngineStats minus(EngineStats earlier) {
        return new EngineStats(
                generatedTokens - earlier.generatedTokens,
                computedTokens - earlier.computedTokens,
                sharedTokens - earlier.sharedTokens,
                recomputedTokens - earlier.recomputedTokens,
                decodeCalls - earlier.decodeCalls,
                decodedRows - earlier.decodedRows,
                decodeNanos - earlier.decodeNanos,
                busyNanos - earlier.busyNanos);
    }
}
