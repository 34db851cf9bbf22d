package dev.thoughtscope.view.tree;

import javafx.scene.canvas.GraphicsContext;

/// Rings about a box: selected, under the pointer, at work.
final class Rings {
    private Rings() {}

    static void paint(
            GraphicsContext gc, Sight sight, int box, double x, double y, double width, double height, double radius) {
        boolean node = !sight.isGhost(box);
        if (node && sight.tree().isWorking(box) && box == sight.seat(sight.tree().workingEnd())) {
            double breath = 0.5 + 0.5 * Math.sin(sight.phase() * 2.4);
            ring(gc, sight, x, y, width, height, radius, 3 + 1.5 * breath, 2, 0.35 + 0.35 * breath);
        }
        if (node && sight.isHit(box)) {
            gc.setStroke(sight.look().reflect());
            gc.setLineWidth(2);
            double arc = 2 * (radius + 4);
            gc.strokeRoundRect(x - 4, y - 4, width + 8, height + 8, arc, arc);
        }
        if (sight.selected() >= 0 && box == sight.seat(sight.selected())) {
            ring(gc, sight, x, y, width, height, radius, 2.5, 2.5, 1);
        } else if (box == sight.hovered()) {
            ring(gc, sight, x, y, width, height, radius, 2, 1.5, 0.5);
        }
    }

    private static void ring(
            GraphicsContext gc,
            Sight sight,
            double x,
            double y,
            double width,
            double height,
            double radius,
            double distance,
            double line,
            double alpha) {
        gc.setStroke(sight.look().accent().deriveColor(0, 1, 1, alpha));
        gc.setLineWidth(line);
        double arc = 2 * (radius + distance);
        gc.strokeRoundRect(x - distance, y - distance, width + 2 * distance, height + 2 * distance, arc, arc);
    }
}
