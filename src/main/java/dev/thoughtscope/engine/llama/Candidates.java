package dev.thoughtscope.engine.llama;

import java.util.Arrays;

/// The tokens that may be drawn next: logits and the ids kept by the filters so far.
///
/// Scratch memory, for one thread at a time.
final class Candidates {
    private static final int FIRST_GUESS = 64;

    private final float[] logits;
    private final int[] kept;
    private final Softmax softmax;
    private int count;
    private boolean sorted;

    Candidates(int vocabularySize) {
        logits = new float[vocabularySize];
        kept = new int[vocabularySize];
        softmax = new Softmax(vocabularySize);
    }

    /// Draws from all tokens at a temperature above 0.
    ///
    /// @param max the largest of the logits
    int drawUnfiltered(float[] row, float max, double temperature, double uniform) {
        softmax.compute(row, max, temperature);
        return softmax.draw(uniform);
    }

    /// Draws from all tokens as loaded and biased, at a temperature above 0.
    int drawUnfiltered(double temperature, double uniform) {
        return drawUnfiltered(logits, logits[best()], temperature, uniform);
    }

    void load(float[] row) {
        System.arraycopy(row, 0, logits, 0, logits.length);
    }

    float[] logits() {
        return logits;
    }

    /// The ids left by the filters so far.
    int[] kept() {
        return Arrays.copyOf(kept, count);
    }

    void bias(int token, float bias) {
        if (token >= 0 && token < logits.length) {
            logits[token] += bias;
        }
    }

    /// Divides positive logits of these tokens, each once, and multiplies negative ones.
    void penalise(int[] tokens, int from, int to, float penalty) {
        var distinct = Arrays.copyOfRange(tokens, from, to);
        Arrays.sort(distinct);
        for (int i = 0; i < distinct.length; i++) {
            if (i == 0 || distinct[i] != distinct[i - 1]) {
                float logit = logits[distinct[i]];
                logits[distinct[i]] = logit > 0 ? logit / penalty : logit * penalty;
            }
        }
    }

    int best() {
        int best = 0;
        float most = logits[0];
        for (int id = 1; id < logits.length; id++) {
            if (logits[id] > most) {
                most = logits[id];
                best = id;
            }
        }
        return best;
    }

    void keepAll() {
        count = 0;
        for (int id = 0; id < logits.length; id++) {
            if (logits[id] != Float.NEGATIVE_INFINITY) {
                kept[count++] = id;
            }
        }
        sorted = false;
    }

    /// Keeps the `wanted` most probable, most probable first.
    void keepTop(int wanted) {
        if (!sorted) {
            sortTop(Math.min(wanted, count));
        }
        count = Math.min(wanted, count);
        sorted = true;
    }

    /// Keeps the smallest set whose probability reaches `mass`, most probable first.
    void keepMass(double mass) {
        float max = maximum();
        double total;
        if (count == logits.length) {
            softmax.compute(logits, max, 1);
            total = softmax.sum();
            // Those below hold less than what the mass leaves out, all together.
            keepAbove((float) Math.log((1 - mass) * total / count));
        } else {
            total = 0;
            for (int i = 0; i < count; i++) {
                total += Math.exp(logits[kept[i]] - max);
            }
        }
        int ordered = sorted ? count : 0;
        double reached = 0;
        int at = 0;
        while (at < count) {
            if (at == ordered) {
                ordered = Math.min(count, Math.max(FIRST_GUESS, ordered * 8));
                sortTop(ordered);
            }
            reached += Math.exp(logits[kept[at++]] - max);
            if (reached >= mass * total) {
                break;
            }
        }
        count = at;
        sorted = true;
    }

    /// Keeps those whose logit is at most `-distance` below the largest; `distance` is at most 0.
    void keepAbove(float distance) {
        float threshold = maximum() + distance;
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (logits[kept[i]] >= threshold) {
                kept[left++] = kept[i];
            }
        }
        count = left;
    }

    /// Draws with the softmax of what is left at a temperature above 0; `uniform` is in [0, 1).
    int draw(double temperature, double uniform) {
        float max = maximum();
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += Math.exp((logits[kept[i]] - max) / temperature);
        }
        double left = uniform * total;
        for (int i = 0; i < count; i++) {
            left -= Math.exp((logits[kept[i]] - max) / temperature);
            if (left < 0) {
                return kept[i];
            }
        }
        return kept[count - 1];
    }

    private float maximum() {
        if (sorted) {
            return logits[kept[0]];
        }
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            max = Math.max(max, logits[kept[i]]);
        }
        return max;
    }

    /// Puts the `wanted` largest first, in order; equal logits by id. Heap selection, then a short sort.
    private void sortTop(int wanted) {
        for (int i = wanted / 2 - 1; i >= 0; i--) {
            sink(i, wanted);
        }
        for (int i = wanted; i < count; i++) {
            if (before(kept[i], kept[0])) {
                swap(i, 0);
                sink(0, wanted);
            }
        }
        for (int end = wanted - 1; end > 0; end--) {
            swap(0, end);
            sink(0, end);
        }
    }

    /// A heap with the last in order at its root.
    private void sink(int from, int size) {
        int at = from;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                return;
            }
            if (child + 1 < size && before(kept[child], kept[child + 1])) {
                child++;
            }
            if (!before(kept[at], kept[child])) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private boolean before(int a, int b) {
        return logits[a] > logits[b] || logits[a] == logits[b] && a < b;
    }

    private void swap(int i, int j) {
        int id = kept[i];
        kept[i] = kept[j];
        kept[j] = id;
    }
}
