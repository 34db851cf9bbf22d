package dev.thoughtscope.probe;

/// The mixture `p = (1 - w) p_base + w p_thought`. The weight, which Quiet-STaR's trained head gives for each token,
/// is here one number for the text.
public final class Mixing {
    private static final double LEAST = 1e-300;
    private static final int HALVINGS = 60;

    private Mixing() {}

    /// Mean negative log-likelihood of the mixture in nats a token, NaN for no tokens.
    ///
    /// @param base probabilities of the tokens without a thought
    /// @param thought probabilities of the same tokens with one
    /// @param weight 0 to 1
    public static double nll(double[] base, double[] thought, double weight) {
        double sum = 0;
        for (int i = 0; i < base.length; i++) {
            sum -= Math.log(Math.max(LEAST, (1 - weight) * base[i] + weight * thought[i]));
        }
        return sum / base.length;
    }

    /// The weight of the smallest [#nll], by halving: it is convex in the weight. The smallest such weight, so 0
    /// where thoughts change nothing.
    public static double bestWeight(double[] base, double[] thought) {
        if (slope(base, thought, 0) >= 0) {
            return 0;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(base, thought, middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return slope(base, thought, 1) <= 0 ? 1 : (low + high) / 2;
    }

    private static double slope(double[] base, double[] thought, double weight) {
        double slope = 0;
        for (int i = 0; i < base.length; i++) {
            slope -= (thought[i] - base[i]) / Math.max(LEAST, (1 - weight) * base[i] + weight * thought[i]);
        }
        return slope;
    }
}
