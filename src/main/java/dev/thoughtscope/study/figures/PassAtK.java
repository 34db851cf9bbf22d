package dev.thoughtscope.study.figures;

/// Probability that at least one of `k` samples is right.
public final class PassAtK {
    private PassAtK() {}

    /// Without bias from `n` independent samples of which `c` are right: `1 - C(n - c, k) / C(n, k)`.
    ///
    /// Chen et al., "Evaluating Large Language Models Trained on Code", 2021, section 2.1.
    ///
    /// @param k 1 to n
    public static double unbiased(int n, int c, int k) {
        if (k < 1 || k > n || c < 0 || c > n) {
            throw new IllegalArgumentException("pass@" + k + " of " + n + " samples with " + c + " right");
        }
        if (n - c < k) {
            return 1;
        }
        double allWrong = 1;
        for (int i = n - c + 1; i <= n; i++) {
            allWrong *= 1 - (double) k / i;
        }
        return 1 - allWrong;
    }
}
