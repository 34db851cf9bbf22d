package dev.thoughtscope.engine.llama;

import java.util.SplittableRandom;

/// What it costs to read one row of logits: the five most probable, the sum of all, the entropy.
public final class SelectionCost {
    private static final int ROWS = 300;
    private static final int TOP = 5;
    private static final int WARM_UP = 4;

    private SelectionCost() {}

    /// Mean microseconds a row, on one thread, after a warm-up.
    public static double micros(int vocabulary) {
        var row = new LogitRow(vocabulary);
        var random = new SplittableRandom(1);
        for (int i = 0; i < vocabulary; i++) {
            row.logits[i] = (float) (3 * random.nextGaussian());
        }
        for (int i = 0; i < WARM_UP; i++) {
            read(row);
        }
        return read(row);
    }

    private static double read(LogitRow row) {
        long start = System.nanoTime();
        for (int i = 0; i < ROWS; i++) {
            row.logits[i % row.logits.length] += 0.001f;
            row.read(TOP);
        }
        return (System.nanoTime() - start) / 1e3 / ROWS;
    }
}
