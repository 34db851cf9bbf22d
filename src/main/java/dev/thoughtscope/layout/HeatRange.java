package dev.thoughtscope.layout;

/// Where a heat scale begins so that it spans the values of a tree.
public final class HeatRange {
    private static final double STEP = 0.05;
    private static final double LEFT_OUT = 0.02;

    private HeatRange() {}

    /// The lowest value, but for the lowest two in a hundred, rounded down to a step of 0.05.
    ///
    /// @param values each 0 to 1, at least one
    public static double low(double[] values) {
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
        return Math.round(step * STEP * 100) / 100.0;
    }
}
