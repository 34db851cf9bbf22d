package dev.thoughtscope.probe;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// How strong the tint of a gain is: opacity 0 up to `clear`, 0.8 from `full` on, between them by a power of the way.
///
/// @param clear absolute gain in nats up to which nothing is tinted
/// @param full absolute gain in nats from which the tint is strongest
/// @param power 1 for a straight line; less, so that gains much smaller than the largest still show
public record TintScale(double clear, double full, double power) {
    public static final double STRONGEST = 0.8;
    private static final double ALMOST_ALL = 0.95;

    /// Quiet-STaR's picture: from the median to the 95th percentile of the absolute gains.
    public static TintScale paper(double[] gains) {
        var sizes = sizes(gains);
        return new TintScale(quantile(sizes, 0.5), quantile(sizes, ALMOST_ALL), 1);
    }

    /// From 0 and by the square root: gains have long tails, and a tenth of the largest is still worth seeing.
    public static TintScale fromZero(double[] gains) {
        return new TintScale(0, quantile(sizes(gains), ALMOST_ALL), 0.5);
    }

    /// @param gain in nats; NaN, for what is not measured, has no tint
    public double opacity(double gain) {
        double size = Math.abs(gain);
        if (!(size > 0)) {
            return 0;
        }
        if (size >= full) {
            return STRONGEST;
        }
        return size <= clear ? 0 : STRONGEST * Math.pow((size - clear) / (full - clear), power);
    }

    private static double[] sizes(double[] gains) {
        return DoubleStream.of(gains)
                .filter(gain -> !Double.isNaN(gain))
                .map(Math::abs)
                .sorted()
                .toArray();
    }

    /// Linear between the neighbours in order; 0 for no values.
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /// Absolute gain in nats that only a tenth of these reach, the bar for a big gain.
    public static double big(double[] gains) {
        var positive = Arrays.stream(gains).filter(gain -> gain > 0).sorted().toArray();
        return quantile(positive, 0.9);
    }
}
