package dev.thoughtscope.search;

import java.util.ArrayDeque;

/// What a person has changed in a run, to be taken back and made again. Belongs to the search's thread.
final class ChangeHistory {
    private final Journal journal;
    private final ArrayDeque<Change> done = new ArrayDeque<>();
    private final ArrayDeque<Change> undone = new ArrayDeque<>();

    ChangeHistory(Journal journal) {
        this.journal = journal;
    }

    void changed(Change change) {
        done.push(change);
        undone.clear();
    }

    /// @throws IllegalArgumentException with a sentence if there is nothing to take back
    void undo() {
        if (done.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to take back: no change has been made in this run.");
        }
        var change = done.pop();
        undone.push(change);
        journal.record(new Event.Undone(change.what()));
        change.back().forEach(journal::record);
    }

    /// @throws IllegalArgumentException with a sentence if there is nothing to make again
    void redo() {
        if (undone.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to do again: no change has been taken back.");
        }
        var change = undone.pop();
        done.push(change);
        journal.record(new Event.Redone(change.what()));
        change.again().forEach(journal::record);
    }
}
