package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.Motion;
import dev.thoughtscope.layout.Viewport;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.Boxes;
import dev.thoughtscope.viewmodel.TreeModel;
import dev.thoughtscope.viewmodel.WindowModel;

/// All that one picture of the tree is drawn from.
///
/// @param phase seconds, for what moves gently
/// @param selected box, -1 for none
/// @param hovered box, -1 for none
record Sight(
        WindowModel model,
        Boxes boxes,
        Motion motion,
        Viewport view,
        Look look,
        double width,
        double height,
        int selected,
        int hovered,
        double phase) {
    Sight seenFrom(Viewport other, double otherWidth, double otherHeight) {
        return new Sight(model, boxes, motion, other, look, otherWidth, otherHeight, selected, hovered, phase);
    }

    TreeModel tree() {
        return model.tree();
    }

    boolean isHit(int node) {
        return model.search().isHit(node);
    }

    double scale() {
        return view.scale();
    }

    double left(int box) {
        return view.screenX(motion.left(box));
    }

    double top(int box) {
        return view.screenY(motion.top(box));
    }

    double centre(int box) {
        return view.screenY(motion.centre(box));
    }

    double boxWidth() {
        return Motion.WIDTH * view.across();
    }

    double boxHeight(int box) {
        return motion.layout().height(box) * scale();
    }

    boolean isGhost(int box) {
        return box >= boxes.nodes();
    }

    int firstColumn() {
        return Math.max(0, (int) Math.floor((view.planeX(0) - motion.origin()) / Motion.COLUMN));
    }

    int lastColumn() {
        return Math.min(motion.layout().depths() - 1, (int) Math.floor((view.planeX(width) - motion.origin()) / Motion.COLUMN));
    }

    double heat(int node) {
        return tree().heat().place(tree().value(node));
    }

    /// Calls for one box of each row of pixels in sight, column by column.
    void forEachRow(double rowsPerUnit, java.util.function.IntConsumer action) {
        double top = view.planeY(0);
        double bottom = view.planeY(height);
        if (!motion.isOrdered()) {
            forEachBox(action);
            return;
        }
        double row = 1 / (scale() * rowsPerUnit);
        var layout = motion.layout();
        for (int column = firstColumn(); column <= lastColumn(); column++) {
            int end = layout.columnSize(column);
            int i = layout.search(column, box -> motion.bottom(box) >= top);
            while (i < end && motion.top(layout.box(column, i)) <= bottom) {
                int box = layout.box(column, i);
                action.accept(box);
                double next = motion.centre(box) + row;
                i++;
                if (i < end && motion.centre(layout.box(column, i)) < next) {
                    i = layout.search(column, other -> motion.centre(other) >= next);
                }
            }
        }
    }

    /// Calls for each box in sight, column by column from top to bottom.
    void forEachBox(java.util.function.IntConsumer action) {
        double top = view.planeY(-4);
        double bottom = view.planeY(height + 4);
        var layout = motion.layout();
        if (!motion.isOrdered()) {
            oneByOne(box -> motion.bottom(box) >= top && motion.top(box) <= bottom, action);
            return;
        }
        for (int column = firstColumn(); column <= lastColumn(); column++) {
            int end = layout.columnSize(column);
            for (int i = layout.search(column, box -> motion.bottom(box) >= top); i < end; i++) {
                int box = layout.box(column, i);
                if (motion.top(box) > bottom) {
                    break;
                }
                action.accept(box);
            }
        }
    }

    /// Calls for each box whose edge from its parent may cross what is in sight.
    void forEachEdge(java.util.function.IntConsumer action) {
        double top = view.planeY(0);
        double bottom = view.planeY(height);
        var layout = motion.layout();
        if (!motion.isOrdered()) {
            oneByOne(box -> layout.parent(box) >= 0, action);
            return;
        }
        int last = Math.min(layout.depths() - 1, lastColumn() + 1);
        for (int column = Math.max(1, firstColumn()); column <= last; column++) {
            int end = layout.columnSize(column);
            int start = layout.search(
                    column, box -> Math.max(motion.centre(box), motion.centre(layout.parent(box))) >= top);
            for (int i = start; i < end; i++) {
                int box = layout.box(column, i);
                if (Math.min(motion.centre(box), motion.centre(layout.parent(box))) > bottom) {
                    break;
                }
                action.accept(box);
            }
        }
    }

    /// Looks at every box while columns are out of order, as they are while boxes change places.
    private void oneByOne(java.util.function.IntPredicate wanted, java.util.function.IntConsumer action) {
        var layout = motion.layout();
        double from = view.planeX(-4) - Motion.WIDTH;
        double to = view.planeX(width + 4) + Motion.COLUMN;
        for (int box = 0; box < layout.size(); box++) {
            if (layout.seat(box) == box && motion.left(box) >= from && motion.left(box) <= to && wanted.test(box)) {
                action.accept(box);
            }
        }
    }

    /// Whether the box has a place of its own.
    boolean isDrawn(int box) {
        return box < motion.layout().size() && motion.layout().seat(box) == box;
    }

    /// The box that stands for another one.
    int seat(int box) {
        return box >= 0 && box < motion.layout().size() ? motion.layout().seat(box) : box;
    }

    /// Share of all simulations that went through a node, 0 to 1, by its square root: what areas show.
    double visited(int node) {
        int all = tree().mostVisits();
        return all == 0 ? 0 : Math.min(1, Math.sqrt((double) tree().visits(node) / all));
    }

    int boxesInSight() {
        int[] count = {0};
        forEachBox(_ -> count[0]++);
        return count[0];
    }

}
