package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.Mark;
import dev.thoughtscope.viewmodel.Shape;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// A node too small to be read: a block filled with heat, as tall as its visits are many, its form telling what it
/// is.
final class BlockPainter {
    private static final double FIGURES = 0.27;
    private static final double ANSWERS = 0.2;
    private static final double MARKS = 0.16;
    /// Part of its room that a block fills even where hardly a simulation came.
    private static final double LEAST = 0.42;

    void paint(GraphicsContext gc, Sight sight, int box) {
        double x = sight.left(box);
        double width = sight.boxWidth();
        double size = sight.isGhost(box) ? LEAST : LEAST + (1 - LEAST) * sight.visited(box);
        double height = Math.max(2, sight.boxHeight(box) * size);
        double y = sight.centre(box) - height / 2;
        double radius = Math.min(height / 2, 10 * sight.scale() + 1);
        gc.setGlobalAlpha(sight.motion().presence(box));
        if (sight.isGhost(box)) {
            ghost(gc, sight, x, y, width, height, radius);
        } else {
            switch (sight.tree().shape(box)) {
                case REFLECTION -> reflection(gc, sight, box, x, y, width, height);
                case ANSWER -> answer(gc, sight, box, x, y, width, height);
                case QUESTION -> question(gc, sight, x, y, width, height, radius);
                case STEP, PERSON, GHOST -> step(gc, sight, box, x, y, width, height, radius);
            }
        }
        gc.setGlobalAlpha(1);
        if (!sight.isGhost(box) && sight.tree().folds().behind(box) > 0 && sight.scale() > MARKS) {
            CardBody.behind(gc, sight, box, x + width, y + height / 2);
        }
        boolean round = !sight.isGhost(box) && sight.tree().shape(box) == Shape.ANSWER;
        HandPainter.paint(gc, sight, box, x, y, width, height, round ? height / 2 : radius);
        Rings.paint(gc, sight, box, x, y, width, height, round ? height / 2 : radius);
    }

    private static void step(
            GraphicsContext gc, Sight sight, int node, double x, double y, double width, double height, double radius) {
        if (sight.tree().visits(node) > 0) {
            fill(gc, heat(sight, node), x, y, width, height, radius);
            own(gc, sight, node, x, y, width, height, radius);
            figures(gc, sight, node, x + width / 2, y + height / 2);
            return;
        }
        fill(gc, sight.look().surface(), x, y, width, height, radius);
        gc.setStroke(heat(sight, node));
        gc.setLineWidth(1.5);
        gc.strokeRoundRect(x + 0.75, y + 0.75, width - 1.5, height - 1.5, 2 * radius, 2 * radius);
    }

    /// Border: the value before search.
    private static void own(
            GraphicsContext gc, Sight sight, int node, double x, double y, double width, double height, double radius) {
        if (sight.scale() >= MARKS) {
            gc.setStroke(sight.look().palette().at(sight.tree().heat().place(sight.tree().ownValue(node))));
            gc.setLineWidth(2);
            gc.strokeRoundRect(x - 1, y - 1, width + 2, height + 2, 2 * radius + 2, 2 * radius + 2);
        }
    }

    private static void question(
            GraphicsContext gc, Sight sight, double x, double y, double width, double height, double radius) {
        fill(gc, sight.look().strong(), x, y, width, height, radius);
        if (sight.scale() > MARKS) {
            gc.setFill(sight.look().surface());
            Glyphs.draw(gc, Glyphs.of(Shape.QUESTION), x + width / 2, y + height / 2, width * 0.3);
        }
    }

    private static Color heat(Sight sight, int node) {
        return sight.look().palette().at(sight.heat(node));
    }

    private static void fill(GraphicsContext gc, Color colour, double x, double y, double width, double height, double radius) {
        gc.setFill(colour);
        if (radius < 1.5) {
            gc.fillRect(x, y, width, height);
        } else {
            gc.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
        }
    }

    private static void figures(GraphicsContext gc, Sight sight, int node, double x, double y) {
        if (sight.scale() < FIGURES) {
            return;
        }
        gc.setFill(sight.look().palette().ink(sight.heat(node)));
        gc.setFont(Fonts.bold(Math.max(10, 26 * sight.scale())));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(Messages.value(sight.tree().value(node)), x, y);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.BASELINE);
    }

    private static void reflection(GraphicsContext gc, Sight sight, int node, double x, double y, double width, double height) {
        double half = Math.min(width / 4, Math.max(height / 2, 5));
        double middleX = x + width / 2;
        double middleY = y + height / 2;
        double[] xs = {x, middleX - half, middleX, middleX + half, x + width, middleX + half, middleX, middleX - half};
        double thin = Math.max(0.5, 1.2 * sight.scale());
        double[] ys = {
            middleY - thin, middleY, middleY - half, middleY, middleY - thin, middleY, middleY + half, middleY
        };
        gc.setFill(sight.look().reflect());
        gc.fillPolygon(xs, ys, xs.length);
        gc.setStroke(sight.look().reflect());
        gc.setLineWidth(thin);
        gc.strokeLine(x, middleY, x + width, middleY);
        if (sight.scale() > MARKS) {
            gc.setFill(sight.look().surface());
            Glyphs.draw(gc, Glyphs.of(Shape.REFLECTION), middleX, middleY, half * 0.8);
        }
    }

    private static void answer(GraphicsContext gc, Sight sight, int node, double x, double y, double width, double height) {
        Look look = sight.look();
        fill(gc, heat(sight, node), x, y, width, height, height / 2);
        Mark mark = sight.tree().mark(node);
        Color colour = mark == Mark.RIGHT ? look.right() : mark == Mark.WRONG ? look.wrong() : look.strong();
        gc.setStroke(colour);
        gc.setLineWidth(Math.clamp(7 * sight.scale(), 1, 3));
        gc.strokeRoundRect(x, y, width, height, height, height);
        if (sight.scale() > MARKS && mark != Mark.NONE) {
            double size = Math.min(height * 0.6, 40 * sight.scale());
            gc.setFill(sight.look().palette().ink(sight.heat(node)));
            Glyphs.draw(gc, Glyphs.of(mark), x + width - height * 0.45, y + height / 2, size);
        }
        if (sight.scale() >= ANSWERS) {
            gc.setFill(sight.look().palette().ink(sight.heat(node)));
            gc.setFont(Fonts.bold(Math.max(10.5, 34 * sight.scale())));
            gc.setTextAlign(TextAlignment.CENTER);
            gc.setTextBaseline(VPos.CENTER);
            gc.fillText(shortened(sight.tree().answer(node)), mark == Mark.NONE ? x + width / 2 : x + width * 0.42, y + height / 2);
            gc.setTextAlign(TextAlignment.LEFT);
            gc.setTextBaseline(VPos.BASELINE);
        }
    }

    private static String shortened(String answer) {
        return answer.length() <= 8 ? answer : answer.substring(0, 7) + "…";
    }

    private static void ghost(GraphicsContext gc, Sight sight, double x, double y, double width, double height, double radius) {
        gc.setStroke(sight.look().accent());
        gc.setLineWidth(1);
        gc.setLineDashes(3, 3);
        gc.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
        gc.setLineDashes((double[]) null);
    }
}
