package dev.thoughtscope.viewmodel;

import dev.thoughtscope.layout.HeatRange;

/// Which values the heat colours span. Values below `low` get the lowest colour, and the legend says so.
///
/// @param low at least 0.2: the confidence of a token that is the most probable of five can be no smaller
public record HeatScale(double low, double high) {
    public static final double SMALLEST = 0.2;
    public static final HeatScale WHOLE = new HeatScale(SMALLEST, 1);
    /// Where a run starts, before its values are known.
    public static final HeatScale NARROW = new HeatScale(0.9, 1);

    /// Place of a value on the scale, 0 to 1.
    public double place(double value) {
        return Math.clamp((value - low) / (high - low), 0, 1);
    }

    /// A scale that spans these values too, all but the lowest two in a hundred. It only ever grows, so that a
    /// colour keeps its meaning as long as it can.
    public HeatScale spanning(double[] values) {
        if (values.length == 0) {
            return this;
        }
        double next = Math.max(SMALLEST, Math.min(low, HeatRange.low(values)));
        return next < low ? new HeatScale(next, high) : this;
    }
}
