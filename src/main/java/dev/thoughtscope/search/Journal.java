package dev.thoughtscope.search;

import java.util.function.Consumer;

/// The search's own tree and the way out for its events. Belongs to the search's thread.
public final class Journal {
    private final Tree tree = new Tree();
    private final Consumer<Event> out;

    /// @param out told every event, in order, after it was applied
    public Journal(Consumer<Event> out) {
        this.out = out;
    }

    public void record(Event event) {
        tree.apply(event);
        out.accept(event);
    }

    /// To read only: events are the way to change it.
    public Tree tree() {
        return tree;
    }

    /// Records the start of a branch and returns its number.
    public int startBranch(int node, Event.Purpose purpose) {
        int branch = tree.branches().size();
        record(new Event.BranchStarted(branch, node, purpose));
        return branch;
    }
}
