package dev.thoughtscope.search;

import dev.thoughtscope.engine.TokenStep;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/// An unchangeable list of which a longer one can be made without copying: the first to go on from it uses the room
/// behind it, any other gets an array of its own.
final class GrowingTokens extends AbstractList<TokenStep> implements RandomAccess {
    private static final int LEAST = 16;

    private final TokenStep[] array;
    private final int size;
    /// How much of the array is taken, by this list or longer ones.
    private final AtomicInteger taken;

    private GrowingTokens(TokenStep[] array, int size, AtomicInteger taken) {
        this.array = array;
        this.size = size;
        this.taken = taken;
    }

    static GrowingTokens of(List<TokenStep> tokens) {
        return tokens instanceof GrowingTokens growing
                ? growing
                : new GrowingTokens(tokens.toArray(TokenStep[]::new), tokens.size(), new AtomicInteger(tokens.size()));
    }

    GrowingTokens plus(List<TokenStep> more) {
        int newSize = size + more.size();
        if (newSize <= array.length && taken.compareAndSet(size, newSize)) {
            put(array, more);
            return new GrowingTokens(array, newSize, taken);
        }
        var larger = new TokenStep[Math.max(LEAST, Math.max(newSize, 2 * size))];
        System.arraycopy(array, 0, larger, 0, size);
        put(larger, more);
        return new GrowingTokens(larger, newSize, new AtomicInteger(newSize));
    }

    private void put(TokenStep[] target, List<TokenStep> more) {
        for (int i = 0; i < more.size(); i++) {
            target[size + i] = more.get(i);
        }
    }

    @Override
    public TokenStep get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return array[index];
    }

    @Override
    public int size() {
        return size;
    }
}
