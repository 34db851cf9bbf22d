package dev.thoughtscope.study.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Area under the receiver operating characteristic: the probability that a right one has the higher confidence than a
/// wrong one, ties counting half. 0.5 is no knowledge, 1 is perfect.
///
/// By ranks: Hanley and McNeil, "The Meaning and Use of the Area under a ROC Curve", Radiology 143, 1982.
public final class Auroc {
    private Auroc() {}

    /// @return NaN unless there are both right and wrong ones
    public static double of(List<Judged> judged) {
        var sorted = judged.toArray(Judged[]::new);
        Arrays.sort(sorted, Comparator.comparingDouble(Judged::confidence));
        var weights = new int[sorted.length];
        Arrays.fill(weights, 1);
        return ofSorted(sorted, weights);
    }

    /// With bounds from a bootstrap over problems.
    ///
    /// @param problems number of problems; every index in `judged` is below it
    public static Interval withBounds(List<Judged> judged, int problems) {
        var sorted = judged.toArray(Judged[]::new);
        Arrays.sort(sorted, Comparator.comparingDouble(Judged::confidence));
        return Bootstrap.of(problems, drawn -> {
            var times = new int[problems];
            for (int problem : drawn) {
                times[problem]++;
            }
            var weights = new int[sorted.length];
            Arrays.setAll(weights, i -> times[sorted[i].problem()]);
            return ofSorted(sorted, weights);
        });
    }

    /// @param weights how often each counts
    private static double ofSorted(Judged[] sorted, int[] weights) {
        double wrongBelow = 0;
        double rights = 0;
        double pairs = 0;
        int at = 0;
        while (at < sorted.length) {
            double rightHere = 0;
            double wrongHere = 0;
            double confidence = sorted[at].confidence();
            for (; at < sorted.length && sorted[at].confidence() == confidence; at++) {
                if (sorted[at].right()) {
                    rightHere += weights[at];
                } else {
                    wrongHere += weights[at];
                }
            }
            pairs += rightHere * (wrongBelow + wrongHere / 2);
            wrongBelow += wrongHere;
            rights += rightHere;
        }
        return rights == 0 || wrongBelow == 0 ? Double.NaN : pairs / (rights * wrongBelow);
    }
}
