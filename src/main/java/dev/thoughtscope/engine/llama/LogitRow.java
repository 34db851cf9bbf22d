package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.EngineException;

/// The logits of one position and what follows from them at temperature 1, unfiltered.
///
/// Reused from row to row: nothing is allocated. For the owning thread alone.
final class LogitRow {
    /// Below this distance from the largest logit a term adds less than a billionth to a sum over any vocabulary.
    private static final float NEGLIGIBLE = 34;

    final float[] logits;
    private final int[] topIds = new int[100];
    private final float[] topLogits = new float[100];
    private int topCount;
    private double logSumExp;
    private double entropy;

    LogitRow(int vocabularySize) {
        logits = new float[vocabularySize];
    }

    /// Computes everything from [#logits]: two linear passes.
    ///
    /// @param top how many of the most probable to keep, at least 1 are
    void read(int top) {
        selectTop(Math.clamp(top, 1, Math.min(topIds.length, logits.length)));
        float max = topLogits[0];
        double sum = 0;
        double weighted = 0;
        for (float logit : logits) {
            float below = logit - max;
            if (below > -NEGLIGIBLE) {
                double e = Math.exp(below);
                sum += e;
                weighted += e * below;
            }
        }
        if (!(sum >= 1) || Double.isInfinite(sum)) {
            throw new EngineException("The model computed values that are no numbers; its file may be damaged.");
        }
        double logSum = Math.log(sum);
        logSumExp = max + logSum;
        entropy = Math.max(0, logSum - weighted / sum);
    }

    /// Insertion into a short sorted list; almost every logit fails the first comparison.
    private void selectTop(int wanted) {
        topCount = 0;
        float threshold = Float.NEGATIVE_INFINITY;
        for (int id = 0; id < logits.length; id++) {
            float logit = logits[id];
            if (topCount == wanted && !(logit > threshold)) {
                continue;
            }
            int at = topCount < wanted ? topCount++ : wanted - 1;
            while (at > 0 && topLogits[at - 1] < logit) {
                topLogits[at] = topLogits[at - 1];
                topIds[at] = topIds[at - 1];
                at--;
            }
            topLogits[at] = logit;
            topIds[at] = id;
            threshold = topLogits[topCount - 1];
        }
    }

    int topCount() {
        return topCount;
    }

    int topId(int rank) {
        return topIds[rank];
    }

    /// Natural logarithm of a token's probability, at most 0.
    double logProb(int id) {
        return Math.min(0, logits[id] - logSumExp);
    }

    /// Nats.
    double entropy() {
        return entropy;
    }
}
