package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.Shape;
import java.util.Locale;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.kordamp.ikonli.feather.Feather;

/// A small picture of one of the tree's signs, drawn as the tree draws it.
public final class LegendSample extends Canvas {
    private static final double WIDE = 34;
    private static final double HIGH = 18;
    private final What what;

    /// What a sign stands for.
    public enum What {
        FILL,
        BAND,
        BORDER,
        PRIOR,
        ORDER,
        BEST,
        BEST_BY_VALUE,
        WORK,
        UNVISITED,
        ANSWER,
        REFLECTION,
        PERSON,
        STOP,
        DEAD_END,
        CHECK,
        CHAIN,
        FOLDED
    }

    public LegendSample(What what) {
        super(WIDE, HIGH);
        this.what = what;
    }

    What what() {
        return what;
    }

    /// What it stands for, in few words.
    public String words() {
        return TreeWords.get("legend." + what.name().toLowerCase(Locale.ROOT));
    }

    public void setLook(Look look) {
        var gc = getGraphicsContext2D();
        gc.clearRect(0, 0, WIDE, HIGH);
        gc.setLineWidth(1.6);
        gc.setLineDashes((double[]) null);
        switch (what) {
            case FILL -> heat(gc, look);
            case BAND -> bands(gc, look);
            case BORDER -> borders(gc, look);
            case PRIOR -> wedge(gc, look);
            case ORDER -> order(gc, look);
            case BEST -> line(gc, look.strong(), 3, null);
            case BEST_BY_VALUE -> line(gc, look.strong(), 2.2, new double[] {1.5, 4.5});
            case WORK -> line(gc, look.accent(), 2.4, new double[] {6, 5});
            case UNVISITED -> card(gc, look, look.edge(), new double[] {4, 3});
            case ANSWER -> answer(gc, look);
            case REFLECTION -> reflection(gc, look);
            case PERSON -> person(gc, look);
            case STOP -> badge(gc, look, Feather.OCTAGON, look.wrong());
            case DEAD_END -> deadEnd(gc, look);
            case CHECK -> checks(gc, look);
            case CHAIN -> chain(gc, look);
            case FOLDED -> folded(gc, look);
        }
    }

    private static void heat(GraphicsContext gc, Look look) {
        for (int i = 0; i < WIDE; i++) {
            gc.setFill(look.palette().at(i / WIDE));
            gc.fillRect(i, 3, 1, HIGH - 6);
        }
    }

    private static void bands(GraphicsContext gc, Look look) {
        gc.setFill(look.palette().at(0.7));
        for (int i = 0; i < 3; i++) {
            double broad = 3 + 4.5 * i;
            gc.fillRoundRect(3 + 8 * i, 2, broad, HIGH - 4, 4, 4);
        }
    }

    private static void borders(GraphicsContext gc, Look look) {
        gc.setLineWidth(2);
        gc.setStroke(look.palette().at(0.15));
        gc.strokeRoundRect(2, 3, 12, HIGH - 6, 6, 6);
        gc.setStroke(look.palette().at(0.9));
        gc.strokeRoundRect(19, 3, 12, HIGH - 6, 6, 6);
    }

    private static void wedge(GraphicsContext gc, Look look) {
        gc.setStroke(look.edge());
        for (int i = 0; i < 3; i++) {
            gc.setLineWidth(1 + i * 1.6);
            gc.strokeLine(3, 4 + i * 5, WIDE - 3, 4 + i * 5);
        }
    }

    private static void order(GraphicsContext gc, Look look) {
        gc.setFill(look.muted());
        for (int i = 0; i < 3; i++) {
            gc.fillRoundRect(3, 2 + 5 * i, 28 - 9 * i, 3.5, 2, 2);
        }
    }

    private static void line(GraphicsContext gc, Color colour, double width, double[] dashes) {
        gc.setStroke(colour);
        gc.setLineWidth(width);
        gc.setLineCap(dashes == null ? StrokeLineCap.BUTT : StrokeLineCap.ROUND);
        gc.setLineDashes(dashes);
        gc.strokeLine(4, HIGH / 2, WIDE - 4, HIGH / 2);
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setLineDashes((double[]) null);
    }

    private static void card(GraphicsContext gc, Look look, Color border, double[] dashes) {
        gc.setFill(look.surface());
        gc.fillRoundRect(2, 2, WIDE - 4, HIGH - 4, 7, 7);
        gc.setStroke(border);
        gc.setLineDashes(dashes);
        gc.strokeRoundRect(2, 2, WIDE - 4, HIGH - 4, 7, 7);
        gc.setLineDashes((double[]) null);
    }

    private static void answer(GraphicsContext gc, Look look) {
        gc.setFill(look.surface());
        gc.fillRoundRect(2, 2, WIDE - 4, HIGH - 4, HIGH, HIGH);
        gc.setStroke(look.strong());
        gc.setLineWidth(2);
        gc.strokeRoundRect(2, 2, WIDE - 4, HIGH - 4, HIGH, HIGH);
    }

    private static void reflection(GraphicsContext gc, Look look) {
        double cut = 5;
        double right = WIDE - 2;
        double foot = HIGH - 2;
        gc.setStroke(look.reflect());
        gc.strokePolygon(
                new double[] {2, 2 + cut, right - cut, right, right, right - cut, 2 + cut, 2},
                new double[] {2 + cut, 2, 2, 2 + cut, foot - cut, foot, foot, foot - cut},
                8);
        gc.setFill(look.reflect());
        Glyphs.draw(gc, Glyphs.of(Shape.REFLECTION), WIDE / 2, HIGH / 2, 11);
    }

    private static void person(GraphicsContext gc, Look look) {
        card(gc, look, look.edge(), null);
        gc.setFill(look.accent());
        gc.fillPolygon(new double[] {WIDE - 2, WIDE - 2, WIDE - 11}, new double[] {HIGH - 11, HIGH - 2, HIGH - 2}, 3);
        badge(gc, look, Feather.USER, look.accent());
    }

    private static void badge(GraphicsContext gc, Look look, Feather icon, Color colour) {
        gc.setFill(colour);
        gc.fillOval(1, 1, 16, 16);
        gc.setFill(look.surface());
        Glyphs.draw(gc, icon, 9, 9, 10);
    }

    private static void deadEnd(GraphicsContext gc, Look look) {
        gc.setFill(look.surface());
        gc.fillRoundRect(2, 2, WIDE - 10, HIGH - 4, 7, 7);
        gc.setStroke(look.edge());
        gc.strokeRoundRect(2, 2, WIDE - 10, HIGH - 4, 7, 7);
        gc.setFill(look.muted());
        gc.fillRect(WIDE - 5, 4, 3, HIGH - 8);
    }

    private static void checks(GraphicsContext gc, Look look) {
        gc.setFill(look.right());
        Glyphs.draw(gc, Feather.CHECK, 9, HIGH / 2, 13);
        gc.setFill(look.wrong());
        Glyphs.draw(gc, Feather.X, 25, HIGH / 2, 13);
    }

    private static void chain(GraphicsContext gc, Look look) {
        gc.setStroke(look.edge());
        for (int i = 2; i >= 0; i--) {
            gc.setFill(look.surface());
            gc.fillRoundRect(2 + 2.5 * i, 1.5 + 2.5 * i, WIDE - 9, HIGH - 9, 6, 6);
            gc.strokeRoundRect(2 + 2.5 * i, 1.5 + 2.5 * i, WIDE - 9, HIGH - 9, 6, 6);
        }
    }

    private static void folded(GraphicsContext gc, Look look) {
        gc.setFill(look.text());
        gc.fillRoundRect(3, 1.5, WIDE - 6, HIGH - 3, HIGH, HIGH);
        gc.setFill(look.surface());
        gc.setFont(Fonts.bold(11));
        gc.fillText("+5", 10, 13);
    }
}
