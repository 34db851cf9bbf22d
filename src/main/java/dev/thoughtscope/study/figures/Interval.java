package dev.thoughtscope.study.figures;

/// An estimate and the bounds between which it lies with 95 % confidence; all three NaN where nothing can be said.
///
/// @param n on how many problems it rests
public record Interval(double estimate, double low, double high, int n) {
    /// Two-sided 95 % quantile of the normal distribution.
    public static final double Z_95 = 1.959963984540054;

    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN, 0);

    /// Wilson's score interval of a proportion.
    ///
    /// Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22, 1927.
    public static Interval wilson(int successes, int n) {
        if (n == 0) {
            return UNKNOWN;
        }
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException(successes + " successes of " + n);
        }
        double p = (double) successes / n;
        double z2 = Z_95 * Z_95;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z_95 / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        return new Interval(
                p, successes == 0 ? 0 : Math.max(0, centre - half), successes == n ? 1 : Math.min(1, centre + half), n);
    }

    public boolean isKnown() {
        return !Double.isNaN(estimate);
    }

    /// Whether 0 lies outside the bounds.
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }
}
