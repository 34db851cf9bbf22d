package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.EngineException;

/// The logits of one position and what follows from them at temperature 1, unfiltered.
///
/// Reused from row to row: nothing is allocated. For the owning thread alone.
final class LogitRow {
    final float[] logits;
    private final Softmax softmax;
    private final int[] topIds = new int[100];
    private final float[] topLogits = new float[100];
    private int topCount;
    private double logSumExp;
    private double entropy;

    LogitRow(int vocabularySize) {
        logits = new float[vocabularySize];
        softmax = new Softmax(vocabularySize);
    }

    /// Computes everything from [#logits] in two linear passes.
    ///
    /// @param top how many of the most probable to keep, at least 1 are
    void read(int top) {
        selectTop(Math.clamp(top, 1, Math.min(topIds.length, logits.length)));
        softmax.compute(logits, max(), 1);
        double logSum = Math.log(softmax.sum());
        logSumExp = max() + logSum;
        entropy = Math.max(0, logSum - softmax.mean());
    }

    /// @throws EngineException if the logits are not all numbers
    void checkNumbers() {
        if (!(softmax.sum() >= 0.5) || Double.isInfinite(softmax.sum())) {
            throw new EngineException("The model computed values that are no numbers; its file may be damaged.");
        }
    }

    /// Insertion into a short sorted list; almost every logit fails the first comparison.
    private void selectTop(int wanted) {
        topCount = 0;
        for (int id = 0; id < wanted; id++) {
            insert(id, topCount++);
        }
        float threshold = topLogits[wanted - 1];
        for (int id = wanted; id < logits.length; id++) {
            if (logits[id] > threshold) {
                insert(id, wanted - 1);
                threshold = topLogits[wanted - 1];
            }
        }
    }

    /// @param last the rank that is free
    private void insert(int id, int last) {
        float logit = logits[id];
        int at = last;
        while (at > 0 && topLogits[at - 1] < logit) {
            topLogits[at] = topLogits[at - 1];
            topIds[at] = topIds[at - 1];
            at--;
        }
        topLogits[at] = logit;
        topIds[at] = id;
    }

    float max() {
        return topLogits[0];
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

    /// The token at this point, in [0, 1), of the unfiltered distribution's cumulative sum.
    int draw(double uniform) {
        return softmax.draw(uniform);
    }
}
