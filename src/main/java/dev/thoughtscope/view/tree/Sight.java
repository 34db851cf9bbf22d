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
        return Motion.WIDTH * scale();
    }

    double boxHeight(int box) {
        return motion.layout().height(box) * scale();
    }

    boolean isGhost(int box) {
        return box >= boxes.nodes();
    }

    int firstColumn() {
        return Math.max(0, (int) Math.floor(view.planeX(0) / Motion.COLUMN));
    }

    int lastColumn() {
        return Math.min(motion.layout().depths() - 1, (int) Math.floor(view.planeX(width) / Motion.COLUMN));
    }

    double heat(int node) {
        return tree().heat().place(tree().value(node));
    }

    /// Calls for each box in sight, column by column from top to bottom.
    void forEachBox(java.util.function.IntConsumer action) {
        double top = view.planeY(-4);
        double bottom = view.planeY(height + 4);
        var layout = motion.layout();
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
}
