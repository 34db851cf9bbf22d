package dev.thoughtscope.study.figures;

import java.util.ArrayList;
import java.util.List;

/// Whether confidence is the share of right answers.
///
/// Bins of equal width over 0 to 1. Guo et al., "On Calibration of Modern Neural Networks", 2017, section 2.
///
/// @param error expected calibration error, the bins' |accuracy - mean confidence| weighed by their sizes; NaN without data
/// @param bins those that hold anything, rising
public record Calibration(double error, List<Bin> bins) {
    public static final int BINS = 10;

    /// @param accuracy share of right ones with its Wilson interval
    public record Bin(double from, double to, int size, double meanConfidence, Interval accuracy) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    public static Calibration of(List<Judged> judged) {
        var sizes = new int[BINS];
        var rights = new int[BINS];
        var sums = new double[BINS];
        for (var one : judged) {
            int bin = Math.clamp((int) (one.confidence() * BINS), 0, BINS - 1);
            sizes[bin]++;
            rights[bin] += one.right() ? 1 : 0;
            sums[bin] += one.confidence();
        }
        var bins = new ArrayList<Bin>();
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            if (sizes[i] > 0) {
                double mean = sums[i] / sizes[i];
                var accuracy = Interval.wilson(rights[i], sizes[i]);
                bins.add(new Bin((double) i / BINS, (i + 1.0) / BINS, sizes[i], mean, accuracy));
                error += Math.abs(accuracy.estimate() - mean) * sizes[i] / judged.size();
            }
        }
        return new Calibration(judged.isEmpty() ? Double.NaN : error, bins);
    }
}
