package dev.thoughtscope.engine.llama;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// The slots of a context, running and finished: what is computed, and who may use it again.
///
/// Finished slots keep their cells until others need the room, or until there are so many that looking
/// past them costs every branch more than they are worth: the library visits each used cell for each row.
/// Least recently used go first, and several at once: branches that ran together lie interleaved, so only
/// together do they leave free cells in one run.
final class PrefixCache {
    private static final int IDLE_SHARE = 8;
    private static final int LEAST_IDLE = 512;

    private final LlamaContext context;
    private final int maxSlots;
    private final CellPool pool;
    private final Forgotten forgotten = new Forgotten();
    private final List<Slot> slots = new ArrayList<>();
    private final BitSet sequences = new BitSet();
    private final int idleLimit;
    private long clock;
    private volatile long forks;
    private volatile long forkNanos;

    /// @param sequences ids that the context allows; all but one are for slots
    PrefixCache(LlamaContext context, int sequences) {
        this.context = context;
        this.maxSlots = sequences - 1;
        idleLimit = Math.max(LEAST_IDLE, context.cells / IDLE_SHARE);
        pool = new CellPool(context.cells);
    }

    /// The slot that shares the most leading tokens with the first `limit` of `tokens`; null if none shares any.
    Slot longest(int[] tokens, int limit) {
        Slot best = null;
        int most = 0;
        for (var slot : slots) {
            int shared = slot.sharedWith(tokens, limit);
            // Of equals a finished one is better: it can be taken over without a copy.
            if (shared > most || shared == most && shared > 0 && best.busy && !slot.busy) {
                best = slot;
                most = shared;
            }
        }
        return best;
    }

    /// A busy slot that begins with the first `length` tokens of `source`, which may be null for none.
    ///
    /// @return null if no sequence id can be had
    Slot fork(Slot source, int length) {
        long start = System.nanoTime();
        var slot = forkUntimed(source, length);
        if (length > 0) {
            forks++;
            forkNanos += System.nanoTime() - start;
        }
        return slot;
    }

    private Slot forkUntimed(Slot source, int length) {
        if (source != null && !source.busy && source.length == length) {
            return occupy(source);
        }
        if (slots.size() >= maxSlots && !evictOne(source)) {
            return null;
        }
        int id = sequences.nextClearBit(0);
        sequences.set(id);
        var slot = new Slot(id);
        slots.add(slot);
        if (source != null && length > 0) {
            context.share(source.sequence, id, length);
            source.lastUse = ++clock;
            for (int i = 0; i < length; i++) {
                pool.share(source.cells[i]);
                slot.add(source.tokens[i], source.cells[i]);
            }
        }
        return occupy(slot);
    }

    private Slot occupy(Slot slot) {
        slot.busy = true;
        for (int i = 0; i < slot.length; i++) {
            pool.busy(slot.cells[i]);
        }
        return slot;
    }

    /// Notes that one more token of a busy slot has been computed.
    ///
    /// @return true if it had been computed before and was given up
    boolean computed(Slot slot, int token) {
        slot.add(token, pool.take());
        return forgotten.remove(slot.hash(slot.length));
    }

    /// A finished branch's slot, kept for others.
    void release(Slot slot) {
        slot.busy = false;
        slot.lastUse = ++clock;
        for (int i = 0; i < slot.length; i++) {
            pool.idle(slot.cells[i]);
        }
        if (slot.length == 0) {
            drop(slot);
        }
    }

    /// Frees cells of finished slots if fewer than `wanted` are free.
    boolean makeRoom(int wanted) {
        if (pool.free() >= wanted) {
            return true;
        }
        int generous = wanted + context.cells / IDLE_SHARE;
        while (pool.free() < generous && evictOne(null)) {}
        return pool.free() >= wanted;
    }

    /// Gives up finished slots when they hold too many cells, never the one used last. To be called once a pass.
    ///
    /// @return whether any was given up
    boolean trim() {
        if (pool.idle() <= idleLimit) {
            return false;
        }
        boolean any = false;
        long idleSlots = slots.stream().filter(slot -> !slot.busy).count();
        while (pool.idle() > idleLimit / 2 && idleSlots-- > 1) {
            drop(oldest(null));
            any = true;
        }
        return any;
    }

    /// Gives up finished slots whose own cells are all younger than those of every running branch, never the one used last,
    /// for branches that must be exact: attention sums over cells in their order, which stays that of the text as long as nothing comes free
    /// before what a branch has already computed. To be called once a pass.
    void trimInOrder() {
        long youngest = slots.stream().filter(slot -> slot.busy).mapToLong(this::youngest).max().orElse(0);
        var latest = slots.stream().filter(slot -> !slot.busy).max(Comparator.comparingLong(slot -> slot.lastUse));
        slots.stream()
                .filter(slot -> !slot.busy && slot != latest.orElseThrow() && oldestOwn(slot) > youngest)
                .toList()
                .forEach(this::drop);
    }

    private long youngest(Slot slot) {
        return slot.length == 0 ? 0 : pool.takenAt(slot.cells[slot.length - 1]);
    }

    /// When the first of its cells that no running branch uses was taken, 0 if there is none.
    private long oldestOwn(Slot slot) {
        for (int i = 0; i < slot.length; i++) {
            if (!pool.isBusy(slot.cells[i])) {
                return pool.takenAt(slot.cells[i]);
            }
        }
        return 0;
    }

    /// Gives up the least recently used finished slot other than `kept`.
    boolean evictOne(Slot kept) {
        var oldest = oldest(kept);
        if (oldest == null) {
            return false;
        }
        drop(oldest);
        return true;
    }

    void evictAll() {
        while (evictOne(null)) {}
    }

    private Slot oldest(Slot kept) {
        Slot oldest = null;
        for (var slot : slots) {
            if (!slot.busy && slot != kept && (oldest == null || slot.lastUse < oldest.lastUse)) {
                oldest = slot;
            }
        }
        return oldest;
    }

    private void drop(Slot slot) {
        context.forget(slot.sequence, 0);
        for (int i = 0; i < slot.length; i++) {
            if (pool.drop(slot.cells[i])) {
                forgotten.add(slot.hash(i + 1));
            }
        }
        sequences.clear(slot.sequence);
        slots.remove(slot);
    }

    /// How many of the first `length` cells of a slot no running branch uses.
    int notBusy(Slot slot, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            if (!pool.isBusy(slot.cells[i])) {
                count++;
            }
        }
        return count;
    }

    /// Mean time to make a branch behind a prefix that is held, NaN before the first. Any thread.
    double meanForkMicros() {
        return forks == 0 ? Double.NaN : forkNanos / 1e3 / forks;
    }

    /// The id of a sequence that no slot ever has.
    int spareSequence() {
        return maxSlots;
    }

    CellPool pool() {
        return pool;
    }
}
