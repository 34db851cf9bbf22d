package dev.thoughtscope.engine.llama;

import java.util.Arrays;

/// One sequence of the library and the tokens whose cells it holds.
final class Slot {
    final int sequence;
    int[] tokens = new int[64];
    int[] cells = new int[64];
    int length;
    boolean busy;
    long lastUse;

    private long[] hashes = new long[64];

    Slot(int sequence) {
        this.sequence = sequence;
    }

    void add(int token, int cell) {
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, length * 2);
            cells = Arrays.copyOf(cells, length * 2);
            hashes = Arrays.copyOf(hashes, length * 2);
        }
        long before = length == 0 ? 0 : hashes[length - 1];
        long mixed = (before + token + 1) * 0x9E3779B97F4A7C15L;
        hashes[length] = mixed ^ mixed >>> 29;
        tokens[length] = token;
        cells[length++] = cell;
    }

    /// Identifies the first `count` tokens, at least 1.
    long hash(int count) {
        return hashes[count - 1];
    }

    /// Leading tokens that this slot shares with the first `limit` of `other`.
    int sharedWith(int[] other, int limit) {
        int most = Math.min(length, limit);
        int mismatch = Arrays.mismatch(tokens, 0, most, other, 0, most);
        return mismatch < 0 ? most : mismatch;
    }
}
