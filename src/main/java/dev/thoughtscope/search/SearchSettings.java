package dev.thoughtscope.search;

/// @param widening children that a node is to have
/// @param parallel simulations that run together; 1 is the textbook's search
/// @param maxDepth nodes below the root on one path, beyond which a leaf is only rolled out; with 0 nothing is ever
///     expanded, and the search is best-of-N
/// @param earlyStop whether it ends as soon as no other answer can catch up
public record SearchSettings(
        Selection selection, Widening widening, int parallel, int maxDepth, Budget budget, long seed, boolean earlyStop) {
    public SearchSettings(Selection selection, int width, int parallel, int maxDepth, Budget budget, long seed) {
        this(selection, Widening.fixed(width), parallel, maxDepth, budget, seed, false);
    }

    public SearchSettings {
        if (parallel < 1 || maxDepth < 0) {
            throw new IllegalArgumentException("Parallel rollouts must be at least 1, and depth at least 0.");
        }
    }

    /// Children that a first expansion asks for.
    public int width() {
        return widening.first();
    }
}
