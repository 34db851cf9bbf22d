package dev.thoughtscope.engine.llama;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Reads the logits of a forward pass, several rows at once: where the vocabulary is large, on all the
/// processors, which have nothing else to do just then.
final class LogitReadings {
    private static final int MOST_ROWS = 64;

    /// Logits below which handing work to other threads costs more than it saves.
    private static final int WORTH_SHARING = 1 << 16;

    private final LlamaContext context;
    private final int vocabularySize;
    private final LogitRow[] rows = new LogitRow[MOST_ROWS];

    LogitReadings(LlamaContext context, int vocabularySize) {
        this.context = context;
        this.vocabularySize = vocabularySize;
    }

    /// How many rows can be read at a time.
    int size() {
        return MOST_ROWS;
    }

    /// Reads `count` rows from `first` on.
    ///
    /// @param top the most probable to keep of each
    void read(int count, int first, IntUnaryOperator top) {
        for (int i = 0; i < count; i++) {
            if (rows[i] == null) {
                rows[i] = new LogitRow(vocabularySize);
            }
        }
        if (count > 1 && isWorthSharing(count, vocabularySize)) {
            IntStream.range(0, count).parallel().forEach(i -> readRow(i, first, top));
            return;
        }
        for (int i = 0; i < count; i++) {
            readRow(i, first, top);
        }
    }

    static boolean isWorthSharing(int rows, int vocabularySize) {
        return (long) rows * vocabularySize >= WORTH_SHARING;
    }

    private void readRow(int i, int first, IntUnaryOperator top) {
        context.logits(first + i, rows[i].logits);
        rows[i].read(top.applyAsInt(i));
    }

    LogitRow row(int index) {
        return rows[index];
    }
}
