package dev.thoughtscope.engine;

import java.util.Arrays;

/// An immutable run of token ids from the start of the context: the whole identity of a branch.
///
/// It names no native resource. An engine keeps the computed state of sequences that it has seen and
/// computes only what follows the longest prefix that it still holds.
public final class Sequence {
    public static final Sequence EMPTY = new Sequence(new int[0]);

    private final int[] tokens;

    private Sequence(int[] tokens) {
        this.tokens = tokens;
    }

    public static Sequence of(int... tokens) {
        return new Sequence(tokens.clone());
    }

    public int length() {
        return tokens.length;
    }

    public int token(int index) {
        return tokens[index];
    }

    public int[] toArray() {
        return tokens.clone();
    }

    public Sequence plus(int... more) {
        var all = Arrays.copyOf(tokens, tokens.length + more.length);
        System.arraycopy(more, 0, all, tokens.length, more.length);
        return new Sequence(all);
    }

    public Sequence plus(Iterable<TokenStep> steps) {
        var all = new IntBuffer(this);
        for (var step : steps) {
            all.add(step.id());
        }
        return all.toSequence();
    }

    /// The first `length` tokens.
    public Sequence prefix(int length) {
        if (length < 0 || length > tokens.length) {
            throw new IndexOutOfBoundsException("prefix of " + length + " in " + tokens.length + " tokens");
        }
        return length == tokens.length ? this : new Sequence(Arrays.copyOf(tokens, length));
    }

    /// Number of leading tokens that both share.
    public int sharedWith(Sequence other) {
        int mismatch = Arrays.mismatch(tokens, other.tokens);
        return mismatch < 0 ? tokens.length : mismatch;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sequence sequence && Arrays.equals(tokens, sequence.tokens);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tokens);
    }

    @Override
    public String toString() {
        return Arrays.toString(tokens);
    }

    private static final class IntBuffer {
        private int[] items;
        private int size;

        IntBuffer(Sequence start) {
            items = Arrays.copyOf(start.tokens, start.tokens.length + 64);
            size = start.tokens.length;
        }

        void add(int item) {
            if (size == items.length) {
                items = Arrays.copyOf(items, size * 2);
            }
            items[size++] = item;
        }

        Sequence toSequence() {
            return new Sequence(Arrays.copyOf(items, size));
        }
    }
}
