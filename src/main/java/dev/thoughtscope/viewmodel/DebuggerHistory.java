package dev.thoughtscope.viewmodel;

import java.util.ArrayDeque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Undo and redo: the points of runs from which a person's changes set out.
public final class DebuggerHistory {
    private static final int MOST = 50;

    private final ArrayDeque<Entry> past = new ArrayDeque<>();
    private final ArrayDeque<Entry> future = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<DebuggerChange> undoable = new ReadOnlyObjectWrapper<>(this, "undoable");
    private final ReadOnlyObjectWrapper<DebuggerChange> redoable = new ReadOnlyObjectWrapper<>(this, "redoable");

    private record Entry(Moment moment, DebuggerChange change) {}

    /// What undo takes back, null for nothing.
    public ReadOnlyObjectProperty<DebuggerChange> undoable() {
        return undoable.getReadOnlyProperty();
    }

    /// What redo does again, null for nothing.
    public ReadOnlyObjectProperty<DebuggerChange> redoable() {
        return redoable.getReadOnlyProperty();
    }

    /// @param before where the change sets out from
    void changing(Moment before, DebuggerChange change) {
        past.push(new Entry(before, change));
        future.clear();
        if (past.size() > MOST) {
            past.removeLast();
        }
        tell();
    }

    /// The last change came to nothing.
    void forgetLast() {
        past.poll();
        tell();
    }

    void clear() {
        past.clear();
        future.clear();
        tell();
    }

    /// @param now where one comes back to by redoing
    Optional<Moment> undo(Moment now) {
        return swap(past, future, now);
    }

    Optional<Moment> redo(Moment now) {
        return swap(future, past, now);
    }

    private Optional<Moment> swap(ArrayDeque<Entry> from, ArrayDeque<Entry> to, Moment now) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        var entry = from.pop();
        to.push(new Entry(now, entry.change()));
        tell();
        return Optional.of(entry.moment());
    }

    private void tell() {
        undoable.set(past.isEmpty() ? null : past.peek().change());
        redoable.set(future.isEmpty() ? null : future.peek().change());
    }
}
