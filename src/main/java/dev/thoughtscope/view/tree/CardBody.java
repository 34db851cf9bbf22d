package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.Mark;
import dev.thoughtscope.viewmodel.Shape;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// The form of a card: its outline tells what the node is, its fill and band the mean value, its border the value
/// before search, the breadth of the band the share of all simulations.
final class CardBody {
    private static final double RADIUS = 9;
    private static final double TINT_LIGHT = 0.17;
    private static final double TINT_DARK = 0.26;
    private static final double CUT = 9;

    private CardBody() {}

    static double radius(Sight sight, int box, double height) {
        boolean answer = !sight.isGhost(box) && sight.tree().shape(box) == Shape.ANSWER;
        return Math.min(height / 2, (answer ? 2.2 * RADIUS : RADIUS) * Math.clamp(sight.scale(), 0.6, 2));
    }

    static void paint(GraphicsContext gc, Sight sight, int node, double x, double y, double width, double height) {
        Look look = sight.look();
        var tree = sight.tree();
        double radius = radius(sight, node, height);
        var form = tree.shape(node);
        if (tree.folds().chain(node) > 1) {
            pages(gc, look, x, y, width, height, radius);
        }
        gc.setFill(look.shadow());
        fill(gc, form, x, y + 2, width, height, radius);
        gc.setFill(ground(sight, node));
        fill(gc, form, x, y, width, height, radius);
        band(gc, sight, node, x, y, height, radius);
        border(gc, sight, node, x, y, width, height, radius);
        if (tree.isDeadEnd(node)) {
            gc.setFill(look.muted());
            gc.fillRect(x + width + 2, y + height * 0.2, 3, height * 0.6);
        }
        if (tree.folds().behind(node) > 0) {
            behind(gc, sight, node, x + width - 2, y + height);
        }
    }

    /// The heat of the mean value, so pale that words can be read on it; plain before any visit.
    private static Color ground(Sight sight, int node) {
        Look look = sight.look();
        boolean plain = sight.tree().visits(node) == 0 || sight.tree().shape(node) == Shape.QUESTION;
        return plain
                ? look.surface()
                : look.surface().interpolate(look.palette().at(sight.heat(node)), look.dark() ? TINT_DARK : TINT_LIGHT);
    }

    private static void fill(GraphicsContext gc, Shape form, double x, double y, double width, double height, double radius) {
        if (form == Shape.REFLECTION) {
            double cut = Math.min(CUT, height / 3);
            gc.fillPolygon(cutX(x, width, cut), cutY(y, height, cut), 8);
        } else {
            gc.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
        }
    }

    private static void stroke(GraphicsContext gc, Shape form, double x, double y, double width, double height, double radius) {
        if (form == Shape.REFLECTION) {
            double cut = Math.min(CUT, height / 3);
            gc.strokePolygon(cutX(x, width, cut), cutY(y, height, cut), 8);
        } else {
            gc.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
        }
    }

    private static double[] cutX(double x, double width, double cut) {
        return new double[] {x, x + cut, x + width - cut, x + width, x + width, x + width - cut, x + cut, x};
    }

    private static double[] cutY(double y, double height, double cut) {
        return new double[] {y + cut, y, y, y + cut, y + height - cut, y + height, y + height, y + height - cut};
    }

    /// The mean value as a band, the broader the more simulations came through here.
    private static void band(GraphicsContext gc, Sight sight, int node, double x, double y, double height, double radius) {
        Look look = sight.look();
        boolean question = sight.tree().shape(node) == Shape.QUESTION;
        double inset = Math.max(3, radius * 0.55);
        double broad = CardMetrics.band(sight, node);
        gc.setFill(question ? look.strong() : look.palette().at(sight.heat(node)));
        gc.fillRoundRect(x + 2.5, y + inset, broad, height - 2 * inset, Math.min(6, broad), Math.min(6, broad));
    }

    private static void border(
            GraphicsContext gc, Sight sight, int node, double x, double y, double width, double height, double radius) {
        Look look = sight.look();
        var tree = sight.tree();
        var form = tree.shape(node);
        Mark mark = tree.mark(node);
        Color own = look.palette().at(tree.heat().place(tree.ownValue(node)));
        gc.setStroke(switch (form) {
            case QUESTION -> look.strong();
            case REFLECTION -> look.reflect();
            case ANSWER -> mark == Mark.RIGHT ? look.right() : mark == Mark.WRONG ? look.wrong() : look.strong();
            case STEP, PERSON, GHOST -> own.interpolate(look.line(), 0.2);
        });
        gc.setLineWidth(form == Shape.ANSWER ? 2.2 : 1.6);
        gc.setLineDashes(tree.visits(node) == 0 ? new double[] {4, 3} : null);
        stroke(gc, form, x + 0.5, y + 0.5, width - 1, height - 1, radius);
        gc.setLineDashes((double[]) null);
        if (tree.isBest(node) && node > 0) {
            gc.setStroke(look.strong());
            gc.setLineWidth(2);
            stroke(gc, form, x - 2, y - 2, width + 4, height + 4, radius + 2);
        }
    }

    /// Sheets behind the card of a chain.
    private static void pages(GraphicsContext gc, Look look, double x, double y, double width, double height, double radius) {
        for (int sheet = 2; sheet >= 1; sheet--) {
            gc.setFill(look.surface().interpolate(look.line(), 0.4));
            gc.fillRoundRect(x + 3 * sheet, y + 3 * sheet, width, height, 2 * radius, 2 * radius);
            gc.setStroke(look.edge());
            gc.setLineWidth(1);
            gc.strokeRoundRect(x + 3 * sheet, y + 3 * sheet, width, height, 2 * radius, 2 * radius);
        }
    }

    /// How many nodes are folded away behind this one, at its corner.
    static void behind(GraphicsContext gc, Sight sight, int node, double x, double y) {
        String count = "+" + sight.tree().folds().behind(node);
        double size = Math.clamp(11 * sight.scale(), 10.5, 16);
        double wide = size * 0.62 * count.length() + size;
        gc.setFill(sight.look().text());
        gc.fillRoundRect(x - wide / 2, y - size * 0.8, wide, size * 1.6, size * 1.6, size * 1.6);
        gc.setFill(sight.look().surface());
        gc.setFont(Fonts.bold(size));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(count, x, y);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.BASELINE);
    }
}
