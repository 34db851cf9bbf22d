package dev.thoughtscope.search;

/// @param width children that an expansion asks for
/// @param parallel simulations that run together; 1 is the textbook's search
/// @param maxDepth nodes below the root on one path, beyond which a leaf is only rolled out; with 0 nothing is ever
///     expanded, and the search is best-of-N
/// @param earlyStop whether it ends as soon as no other answer can catch up
public record SearchSettings(
        Selection selection, int width, int parallel, int maxDepth, Budget budget, long seed, boolean earlyStop) {
    public SearchSettings(Selection selection, int width, int parallel, int maxDepth, Budget budget, long seed) {
        this(selection, width, parallel, maxDepth, budget, seed, false);
    }

    public SearchSettings {
        if (width < 1 || parallel < 1 || maxDepth < 0) {
            throw new IllegalArgumentException("Width and parallel rollouts must be at least 1, and depth at least 0.");
        }
    }
}
