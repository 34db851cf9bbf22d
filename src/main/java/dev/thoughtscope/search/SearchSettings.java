package dev.thoughtscope.search;

/// @param width children that an expansion asks for
/// @param parallel simulations that run together; 1 is the textbook's search
/// @param maxDepth nodes below the root on one path, beyond which a leaf is only rolled out
public record SearchSettings(Selection selection, int width, int parallel, int maxDepth, Budget budget, long seed) {
    public SearchSettings {
        if (width < 1 || parallel < 1 || maxDepth < 1) {
            throw new IllegalArgumentException("Width, parallel rollouts and depth must be at least 1.");
        }
    }
}
