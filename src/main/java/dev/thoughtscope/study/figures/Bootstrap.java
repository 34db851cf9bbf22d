package dev.thoughtscope.study.figures;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Percentile bootstrap: problems are drawn again with replacement, and the statistic is worked out of each draw.
///
/// All measurements of one problem are drawn together, since they are not independent. The same seed gives the same
/// bounds. Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.
public final class Bootstrap {
    public static final int RESAMPLES = 4000;
    public static final long SEED = 20240607;

    private Bootstrap() {}

    /// @param problems number of problems
    /// @param statistic of the problems with the given indices, repeats included; NaN where a draw has none
    public static Interval of(int problems, ToDoubleFunction<int[]> statistic) {
        if (problems == 0) {
            return Interval.UNKNOWN;
        }
        var indices = new int[problems];
        Arrays.setAll(indices, i -> i);
        double estimate = statistic.applyAsDouble(indices);
        var random = new SplittableRandom(SEED);
        var draws = new double[RESAMPLES];
        int drawn = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            Arrays.setAll(indices, _ -> random.nextInt(problems));
            double value = statistic.applyAsDouble(indices);
            if (!Double.isNaN(value)) {
                draws[drawn++] = value;
            }
        }
        if (drawn == 0 || Double.isNaN(estimate)) {
            return Interval.UNKNOWN;
        }
        Arrays.sort(draws, 0, drawn);
        return new Interval(estimate, quantile(draws, drawn, 0.025), quantile(draws, drawn, 0.975), problems);
    }

    /// Mean over problems of values in 0 to 1.
    ///
    /// Where all are 0 or all are 1, resampling would show no spread at all; Wilson's bounds are given instead.
    public static Interval share(double[] values) {
        return mean(values, 0, 1);
    }

    /// Mean over problems of differences in -1 to 1. Where all are the same, what Wilson's bounds allow the next one to
    /// be is the spread.
    public static Interval change(double[] values) {
        return mean(values, -1, 1);
    }

    /// Mean of `a - b` over problems that both were measured on, in the same order.
    public static Interval difference(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " against " + b.length + " problems");
        }
        var differences = new double[a.length];
        Arrays.setAll(differences, i -> a[i] - b[i]);
        return change(differences);
    }

    private static Interval mean(double[] values, double least, double most) {
        if (values.length > 0 && Arrays.stream(values).allMatch(value -> value == values[0])) {
            double spread = Interval.wilson(0, values.length).high();
            return new Interval(
                    values[0], Math.max(least, values[0] - spread), Math.min(most, values[0] + spread), values.length);
        }
        return of(values.length, indices -> mean(values, indices));
    }

    private static double mean(double[] values, int[] indices) {
        double sum = 0;
        for (int index : indices) {
            sum += values[index];
        }
        return sum / indices.length;
    }

    /// Linear between the sorted values.
    private static double quantile(double[] sorted, int size, double p) {
        double at = p * (size - 1);
        int below = (int) at;
        int above = Math.min(size - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
