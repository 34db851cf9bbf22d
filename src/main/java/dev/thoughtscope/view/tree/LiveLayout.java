package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.Motion;
import dev.thoughtscope.viewmodel.Boxes;
import dev.thoughtscope.viewmodel.TreeModel;
import java.util.function.IntSupplier;

/// The boxes of a tree where they stand now, kept up to date while the tree grows.
final class LiveLayout implements AutoCloseable {
    private static final int NONE = -1;

    private final TreeModel tree;
    private final IntSupplier anchor;
    private final LayoutWorker worker = new LayoutWorker();
    private final Motion motion = new Motion();
    private Boxes boxes = Boxes.NONE;
    private long laidOut = -1;

    /// What an update brought.
    enum Change {
        NOTHING,
        /// The first boxes of all.
        FIRST,
        SOME,
        /// The boxes of another tree, or of another moment.
        OTHER_TREE
    }

    /// @param anchor tells which box must not move
    LiveLayout(TreeModel tree, IntSupplier anchor) {
        this.tree = tree;
        this.anchor = anchor;
    }

    /// Takes a finished layout and asks for the next one where the tree has changed since.
    Change update() {
        var change = Change.NOTHING;
        var ready = worker.poll();
        if (boxes.generation() != tree.generation()) {
            laidOut = tree.structure();
            var now = tree.boxes();
            change = take(new LayoutWorker.Result(now, now.layout()));
        } else if (ready != null && ready.boxes().generation() == tree.generation()) {
            change = take(ready);
        }
        if (laidOut != tree.structure() && !worker.isBusy()) {
            laidOut = tree.structure();
            worker.start(tree.boxes());
        }
        return change;
    }

    private Change take(LayoutWorker.Result ready) {
        var before = boxes;
        boxes = ready.boxes();
        boolean first = before.nodes() == 0;
        motion.retarget(ready.layout(), box -> boxes.origin(box, before), first ? NONE : anchor.getAsInt());
        if (first) {
            return boxes.nodes() == 0 ? Change.NOTHING : Change.FIRST;
        }
        return before.generation() == boxes.generation() ? Change.SOME : Change.OTHER_TREE;
    }

    /// Lays out at once, without any movement.
    void settle() {
        boxes = tree.boxes();
        laidOut = tree.structure();
        motion.retarget(boxes.layout(), _ -> NONE, NONE);
        motion.settle();
    }

    /// Whether all boxes of the tree have their places.
    boolean isComplete() {
        return !worker.isBusy() && laidOut == tree.structure() && boxes.nodes() > 0;
    }

    /// Whether boxes have come or gone since the last layout was asked for.
    boolean isStale() {
        return laidOut != tree.structure();
    }

    Boxes boxes() {
        return boxes;
    }

    Motion motion() {
        return motion;
    }

    /// Whether the boxes are those of the tree that is shown.
    boolean isCurrent() {
        return boxes.nodes() > 0 && boxes.generation() == tree.generation();
    }

    boolean isNode(int box) {
        return box >= 0 && box < boxes.nodes();
    }

    @Override
    public void close() {
        worker.close();
    }
}
