package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.Motion;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/// Edges: wide where the model thought the step likely, dark on the best line, dashed where the value is
/// highest on another way, moving where the search is at work.
final class EdgePainter {
    private static final int WIDTHS = 4;
    private static final double DASH = 7;
    private static final double SPEED = 14;

    void paint(GraphicsContext gc, Sight sight) {
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setLineDashes((double[]) null);
        for (int level = 0; level < WIDTHS; level++) {
            int wanted = level;
            gc.beginPath();
            sight.forEachEdge(box -> {
                if (!sight.isGhost(box) && level(sight, box) == wanted && !isSpecial(sight, box)) {
                    curve(gc, sight, box);
                }
            });
            gc.setStroke(sight.look().edge());
            gc.setLineWidth(lineWidth(sight, level));
            gc.stroke();
        }
        paintSpecial(gc, sight);
    }

    /// Only the best line and what is at work.
    void paintSpecial(GraphicsContext gc, Sight sight) {
        leftOut(gc, sight);
        bestByValue(gc, sight);
        best(gc, sight);
        moving(gc, sight);
    }

    private static boolean isSpecial(Sight sight, int box) {
        return sight.tree().isBest(box) || sight.tree().isBestByValue(box) || sight.tree().isWorking(box) || sight.tree().marks().isOut(box);
    }

    /// Ways that the search no longer takes.
    private static void leftOut(GraphicsContext gc, Sight sight) {
        gc.beginPath();
        sight.forEachEdge(box -> {
            if (!sight.isGhost(box) && sight.tree().marks().isOut(box)) {
                curve(gc, sight, box);
            }
        });
        gc.setStroke(sight.look().edge());
        gc.setLineWidth(1);
        gc.setLineDashes(2, 4);
        gc.stroke();
        gc.setLineDashes((double[]) null);
    }

    private static void best(GraphicsContext gc, Sight sight) {
        gc.setStroke(sight.look().strong());
        var line = sight.tree().bestLine();
        line.subList(Math.min(1, line.size()), line.size()).forEach(box -> {
            if (sight.isDrawn(box)) {
                gc.setLineWidth(Math.max(1.6, (1.6 + 2.4 * sight.tree().prior(box)) * root(sight)));
                gc.beginPath();
                curve(gc, sight, box);
                gc.stroke();
            }
        });
    }

    /// The line of highest value where it is not that of most visits.
    private static void bestByValue(GraphicsContext gc, Sight sight) {
        gc.setStroke(sight.look().strong());
        gc.setLineWidth(Math.max(1.6, 2.2 * root(sight)));
        gc.setLineDashes(1.5, 4.5);
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.beginPath();
        for (int box : sight.tree().valueLine()) {
            if (box > 0 && sight.isDrawn(box) && !sight.tree().isBest(box)) {
                curve(gc, sight, box);
            }
        }
        gc.stroke();
        gc.setLineDashes((double[]) null);
        gc.setLineCap(StrokeLineCap.BUTT);
    }

    private static void moving(GraphicsContext gc, Sight sight) {
        gc.setLineCap(StrokeLineCap.ROUND);
        for (int box : sight.tree().workingPath()) {
            if (box > 0 && box < sight.boxes().nodes() && sight.isDrawn(box)) {
                moving(gc, sight, box, false);
            }
        }
        for (int box = sight.boxes().nodes(); box < sight.motion().layout().size(); box++) {
            if (!sight.isDrawn(box)) {
                continue;
            }
            moving(gc, sight, box, true);
        }
        gc.setLineDashes((double[]) null);
    }

    private static void moving(GraphicsContext gc, Sight sight, int box, boolean ghost) {
        Color accent = sight.look().accent();
        gc.setStroke(ghost ? accent.deriveColor(0, 1, 1, 0.55) : accent);
        gc.setLineWidth(ghost ? 1.4 : Math.max(1.6, 2.4 * root(sight)));
        gc.setLineDashes(ghost ? 3 : DASH, ghost ? 5 : DASH);
        gc.setLineDashOffset(-sight.phase() * SPEED);
        gc.beginPath();
        curve(gc, sight, box);
        gc.stroke();
    }

    private static int level(Sight sight, int box) {
        return Math.clamp((long) Math.floor(sight.tree().prior(box) * WIDTHS), 0, WIDTHS - 1);
    }

    private static double lineWidth(Sight sight, int level) {
        return Math.max(0.6, (1 + level * 1.1) * root(sight));
    }

    private static double root(Sight sight) {
        return Math.sqrt(Math.min(1.6, sight.scale()));
    }

    private static void curve(GraphicsContext gc, Sight sight, int box) {
        int parent = sight.motion().layout().parent(box);
        double fromX = sight.left(parent) + sight.boxWidth();
        double toX = sight.left(box);
        double fromY = sight.centre(parent);
        double toY = sight.centre(box);
        double bend = (Motion.COLUMN - Motion.WIDTH) * sight.view().across() * 0.6;
        gc.moveTo(fromX, fromY);
        gc.bezierCurveTo(fromX + bend, fromY, toX - bend, toY, toX, toY);
    }
}
