package dev.thoughtscope.search;

import java.util.Optional;
import java.util.function.Consumer;

/// The search's own tree and the way out for its events. Belongs to the search's thread.
public final class Journal {
    private final Tree tree;
    private final Consumer<Event> out;
    private Optional<Watch> watch = Optional.empty();

    /// Looks at the tree after each event, to hold the search where something happens.
    public interface Watch {
        void after(Event event, Tree tree);

        /// Whether it must see tokens one at a time.
        boolean isAwake();
    }

    /// @param out told every event, in order, after it was applied
    public Journal(Consumer<Event> out) {
        this(new Tree(), out);
    }

    /// Goes on from a tree; the journal owns it from now on.
    public Journal(Tree tree, Consumer<Event> out) {
        this.tree = tree;
        this.out = out;
    }

    public void watch(Watch newWatch) {
        watch = Optional.of(newWatch);
    }

    boolean isWatched() {
        return watch.isPresent() && watch.get().isAwake();
    }

    public void record(Event event) {
        tree.apply(event);
        out.accept(event);
        watch.ifPresent(eye -> eye.after(event, tree));
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
