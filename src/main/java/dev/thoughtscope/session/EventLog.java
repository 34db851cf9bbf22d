package dev.thoughtscope.session;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.List;

/// Everything that happened in one run, in order. Only ever appended to.
///
/// One thread appends; any thread reads. Readers keep their own place and ask for what is new.
public final class EventLog {
    private final ArrayList<Recorded> entries = new ArrayList<>();
    private long startNanos = System.nanoTime();

    /// Appends an event with the present time.
    public Recorded append(Event event) {
        synchronized (entries) {
            var recorded = new Recorded(entries.size(), System.nanoTime() - startNanos, event);
            entries.add(recorded);
            return recorded;
        }
    }

    /// Appends an event read from elsewhere, its time kept. Time goes on from there.
    ///
    /// @throws IllegalArgumentException if its number is not the next
    public void append(Recorded recorded) {
        synchronized (entries) {
            if (recorded.seq() != entries.size()) {
                throw new IllegalArgumentException("event " + recorded.seq() + " where " + entries.size() + " was due");
            }
            entries.add(recorded);
            startNanos = System.nanoTime() - recorded.nanos();
        }
    }

    public int size() {
        synchronized (entries) {
            return entries.size();
        }
    }

    public Recorded get(int seq) {
        synchronized (entries) {
            return entries.get(seq);
        }
    }

    /// Up to `max` events from number `from` on; empty at the head.
    public List<Recorded> read(int from, int max) {
        synchronized (entries) {
            int end = Math.min(entries.size(), from + max);
            return from >= end ? List.of() : List.copyOf(entries.subList(from, end));
        }
    }

    /// How many of its first `most` events another log begins with too. Logs of which one went on from the other
    /// hold the very same events up to there.
    public int common(EventLog other, int most) {
        int low = 0;
        int high = Math.min(most, Math.min(size(), other.size()));
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (get(middle - 1) == other.get(middle - 1)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Whether the run is over, in order or not.
    public boolean hasEnded() {
        synchronized (entries) {
            return !entries.isEmpty()
                    && (entries.getLast().event() instanceof Event.Finished
                            || entries.getLast().event() instanceof Event.Failed);
        }
    }

    /// The tree that the first `length` events make.
    public Tree fold(int length) {
        var tree = new Tree();
        for (var recorded : read(0, length)) {
            tree.apply(recorded.event());
        }
        return tree;
    }

    public Tree fold() {
        return fold(size());
    }
}
