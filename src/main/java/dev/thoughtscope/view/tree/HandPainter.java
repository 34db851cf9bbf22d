package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.DebuggerMarks;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;

/// What a person's hand has left on a box: greyed where the search never comes, a folded corner where a person
/// wrote, and a badge for each thing that was set.
final class HandPainter {
    private static final double GREY = 0.4;
    private static final double FAINT = 0.55;
    private static final double SMALLEST = 0.16;
    private static final double BADGE = 19;
    private static final double LEAST_BADGE = 11;

    private HandPainter() {}

    static void paint(
            GraphicsContext gc, Sight sight, int box, double x, double y, double width, double height, double radius) {
        if (sight.isGhost(box)) {
            held(gc, sight, box, x, y, width, height, radius);
            return;
        }
        var marks = sight.tree().marks();
        if (marks.isPersons(box)) {
            corner(gc, sight, x + width, y + height);
        }
        if (marks.isOut(box)) {
            fade(gc, sight, x, y, width, height, radius);
        }
        if (sight.scale() >= SMALLEST) {
            badges(gc, sight, marks, box, x, y);
        }
    }

    /// What is being written where a breakpoint holds the search.
    private static void held(
            GraphicsContext gc, Sight sight, int box, double x, double y, double width, double height, double radius) {
        if (sight.boxes().ghosts()[box - sight.boxes().nodes()] != sight.tree().heldBranch()) {
            return;
        }
        gc.setStroke(sight.look().accent());
        gc.setLineWidth(2.5);
        gc.strokeRoundRect(x - 2.5, y - 2.5, width + 5, height + 5, 2 * radius + 5, 2 * radius + 5);
        if (sight.scale() >= SMALLEST) {
            double size = Math.max(LEAST_BADGE, BADGE * sight.scale());
            badge(gc, sight, Feather.PAUSE, sight.look().accent(), x + size * 0.2, y, size);
        }
    }

    /// A folded corner in the colour of the hand.
    private static void corner(GraphicsContext gc, Sight sight, double right, double bottom) {
        double fold = Math.max(5, 17 * sight.scale());
        gc.setFill(sight.look().ground());
        gc.fillPolygon(
                new double[] {right + 1, right + 1, right - fold}, new double[] {bottom - fold, bottom + 2, bottom + 2}, 3);
        gc.setFill(sight.look().accent());
        gc.fillPolygon(
                new double[] {right, right - fold, right - fold}, new double[] {bottom - fold, bottom - fold, bottom}, 3);
    }

    private static void fade(GraphicsContext gc, Sight sight, double x, double y, double width, double height, double radius) {
        Look look = sight.look();
        double arc = 2 * radius;
        gc.setFill(look.line().deriveColor(0, 1, 1, GREY));
        gc.fillRoundRect(x - 1, y - 1, width + 2, height + 3, arc, arc);
        gc.setFill(look.ground().deriveColor(0, 1, 1, FAINT));
        gc.fillRoundRect(x - 1, y - 1, width + 2, height + 3, arc, arc);
        gc.setStroke(look.muted().deriveColor(0, 1, 1, 0.75));
        gc.setLineWidth(1);
        gc.setLineDashes(2, 3);
        gc.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, arc, arc);
        gc.setLineDashes((double[]) null);
    }

    private static void badges(GraphicsContext gc, Sight sight, DebuggerMarks marks, int box, double x, double y) {
        Look look = sight.look();
        double size = Math.max(LEAST_BADGE, BADGE * sight.scale());
        double at = x + size * 0.2;
        if (sight.tree().isStop(box)) {
            at = badge(gc, sight, Feather.OCTAGON, look.wrong(), at, y, size);
        }
        if (marks.isBanned(box)) {
            at = badge(gc, sight, Feather.SLASH, look.muted(), at, y, size);
        }
        if (marks.isPinned(box)) {
            at = badge(gc, sight, Feather.MAP_PIN, look.accent(), at, y, size);
        }
        if (marks.isFocus(box)) {
            at = badge(gc, sight, Feather.TARGET, look.accent(), at, y, size);
        }
        if (marks.isPersons(box)) {
            badge(gc, sight, Feather.USER, look.accent(), at, y, size);
        }
    }

    private static double badge(
            GraphicsContext gc, Sight sight, Feather icon, Color colour, double x, double y, double size) {
        double half = size / 2;
        gc.setFill(sight.look().ground());
        gc.fillOval(x - half - 1.5, y - half - 1.5, size + 3, size + 3);
        gc.setFill(colour);
        gc.fillOval(x - half, y - half, size, size);
        gc.setFill(sight.look().surface());
        Glyphs.draw(gc, icon, x, y, size * 0.62);
        return x + size + 2;
    }
}
