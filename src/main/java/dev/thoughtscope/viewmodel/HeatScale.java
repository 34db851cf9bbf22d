package dev.thoughtscope.viewmodel;

/// Which values the heat colours span. Values below `low` get the lowest colour, and the legend says so.
///
/// @param low at least 0.2: the confidence of a token that is the most probable of five can be no smaller
public record HeatScale(double low, double high) {
    public static final double SMALLEST = 0.2;
    public static final HeatScale WHOLE = new HeatScale(SMALLEST, 1);
    /// Where a run starts, before its values are known.
    public static final HeatScale NARROW = new HeatScale(0.9, 1);
    private static final double STEP = 0.05;
    private static final double LEFT_OUT = 0.02;

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
        double rounded = Math.round(lowestStep(values) * STEP * 100) / 100.0;
        double next = Math.max(SMALLEST, Math.min(low, rounded));
        return next < low ? new HeatScale(next, high) : this;
    }

    /// Number of the step that the lowest value lies in, those left out that may be.
    private static int lowestStep(double[] values) {
        var counts = new int[(int) Math.ceil(1 / STEP) + 2];
        for (double value : values) {
            counts[Math.clamp((long) Math.floor(value / STEP + 1e-9), 0, counts.length - 1)]++;
        }
        int left = (int) (LEFT_OUT * values.length);
        int step = 0;
        while (step < counts.length - 1 && left >= counts[step]) {
            left -= counts[step];
            step++;
        }
        return step;
    }
}
