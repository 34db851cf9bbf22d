package dev.thoughtscope.study.figures;

/// Whether two methods on the same problems differ by more than chance.
///
/// McNemar, "Note on the Sampling Error of the Difference Between Correlated Proportions", Psychometrika 12, 1947; in
/// its exact form: among the problems that only one solved, each side is as likely.
public final class McNemar {
    private McNemar() {}

    /// Two-sided probability of a split at least as uneven as `a` to `b`; 1 if there is nothing to tell.
    public static double exact(int a, int b) {
        int n = a + b;
        int less = Math.min(a, b);
        double tail = 0;
        double logChoose = 0;
        for (int i = 0; i <= less; i++) {
            tail += Math.exp(logChoose - n * Math.log(2));
            logChoose += Math.log((double) (n - i) / (i + 1));
        }
        return Math.min(1, 2 * tail);
    }
}
