package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.EngineException;

/// The logits of one position and what follows from them at temperature 1, unfiltered.
///
/// Reused from row to row: nothing is allocated. For the owning thread alone.
final class LogitRow {
    private static final int BLOCK = 512;

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

    /// A block is looked at closely only if its largest logit belongs among the top so far.
    private void selectTop(int wanted) {
        topCount = 0;
        for (int from = 0; from < logits.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, logits.length);
            if (topCount < wanted || !(largest(logits, from, to) <= topLogits[topCount - 1])) {
                selectTop(from, to, wanted);
            }
        }
    }

    private static float largest(float[] values, int from, int to) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    /// Insertion into a short sorted list; almost every logit fails the first comparison.
    private void selectTop(int from, int to, int wanted) {
        float threshold = topCount < wanted ? Float.NEGATIVE_INFINITY : topLogits[topCount - 1];
        for (int id = from; id < to; id++) {
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
