package dev.thoughtscope.engine.bench;

import java.util.List;

/// What to measure.
///
/// @param widths numbers of branches that run together
/// @param prefixes lengths of the prefix that they share; one that the model's context has no room for is left out
/// @param tokens sampled by each branch
/// @param baseline whether the same work one branch after another is measured as well
public record BenchSettings(List<Integer> widths, List<Integer> prefixes, int tokens, boolean baseline) {
    public static final BenchSettings FULL =
            new BenchSettings(List.of(1, 2, 4, 8, 16, 32, 64), List.of(256, 2000), 64, true);

    public BenchSettings {
        widths = List.copyOf(widths);
        prefixes = List.copyOf(prefixes);
    }

    /// Cells that the widest measurement needs, with room for one more prefix.
    public int cells() {
        int width = widths.stream().mapToInt(Integer::intValue).max().orElse(1);
        int prefix = prefixes.stream().mapToInt(Integer::intValue).max().orElse(0);
        return 2 * prefix + width * (tokens + 2) + 1024;
    }
}
