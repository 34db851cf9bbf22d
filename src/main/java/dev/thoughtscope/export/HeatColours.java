package dev.thoughtscope.export;

import dev.thoughtscope.layout.HeatRamp;
import dev.thoughtscope.layout.HeatRange;
import dev.thoughtscope.search.Tree;
import java.util.stream.IntStream;

/// The colours of one tree's values.
record HeatColours(HeatRamp ramp, double low) {
    private static final double NARROW = 0.9;
    private static final double SMALLEST = 0.2;

    static HeatColours of(Tree tree, ExportStyle style) {
        double[] values = IntStream.range(1, tree.size())
                .filter(node -> tree.visits(node) > 0)
                .mapToDouble(tree::value)
                .toArray();
        double low = values.length == 0 ? NARROW : Math.min(NARROW, HeatRange.low(values));
        return new HeatColours(HeatRamp.named(style.palette(), style.dark()), Math.max(SMALLEST, low));
    }

    int argb(double value) {
        return ramp.argb((value - low) / (1 - low));
    }

    String hex(double value) {
        return HeatRamp.hex(argb(value));
    }

    /// Black or white, whichever reads better on the colour.
    String ink(double value) {
        return HeatRamp.isLight(argb(value)) ? "#101418" : "#ffffff";
    }
}
