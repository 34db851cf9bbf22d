package dev.thoughtscope.view.study;

import dev.thoughtscope.study.SecondThought;
import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.study.StudyChart;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// What second thoughts did: a bar for each method, cut into mended, unchanged, wrong another way, damaged.
final class PartsPainter {
    private static final String[] PARTS = {"mended", "unchanged", "otherwise", "damaged"};
    private static final double LEFT = 210;
    private static final double RIGHT = 40;
    private static final double TOP = 56;
    private static final double STEP = 58;
    private static final double BAR = 28;
    private static final double ROOMY = 34;

    private final GraphicsContext gc;
    private final Pen pen;
    private final Look look;
    private final double width;
    private final double height;
    private final List<ChartPainter.Spot> spots;

    PartsPainter(GraphicsContext gc, Look look, double width, double height, List<ChartPainter.Spot> spots) {
        this.gc = gc;
        pen = new Pen(gc);
        this.look = look;
        this.width = width;
        this.height = height;
        this.spots = spots;
    }

    void paint(StudyChart chart, int pointed) {
        legend();
        double y = TOP;
        for (var series : chart.series()) {
            if (y + BAR > height) {
                return;
            }
            pen.text(look.text(), series.name(), LEFT - 12, y + BAR / 2, TextAlignment.RIGHT);
            bar(series, y, pointed);
            y += STEP;
        }
    }

    private void bar(StudyChart.Series series, double y, int pointed) {
        double x = LEFT;
        for (var point : series.points()) {
            double wide = point.y() * (width - LEFT - RIGHT);
            int part = (int) point.x();
            gc.setFill(colour(part));
            gc.fillRect(x, y, Math.max(0, wide - 1), BAR);
            if (spots.size() == pointed) {
                gc.setStroke(look.text());
                gc.setLineWidth(2);
                gc.strokeRect(x, y, Math.max(0, wide - 1), BAR);
            }
            if (wide > ROOMY) {
                var ink = colour(part).getBrightness() > 0.75 ? Color.web("#101418") : Color.WHITE;
                pen.text(ink, String.format("%.0f %%", 100 * point.y()), x + wide / 2, y + BAR / 2, TextAlignment.CENTER);
            }
            spots.add(new ChartPainter.Spot(x + wide / 2, y + BAR / 2, wide / 2, BAR / 2, point, Words.get(
                    "point.reflection", series.name(), Words.get("part." + PARTS[part]), Words.percent(point.y()),
                    Words.percent(point.low()), Words.percent(point.high()), point.n())));
            x += wide;
        }
    }

    private void legend() {
        double x = LEFT;
        gc.setFont(Fonts.text(12));
        for (int i = 0; i < PARTS.length; i++) {
            gc.setFill(colour(i));
            gc.fillRect(x, 20, 12, 12);
            String words = Words.get("part." + PARTS[i]);
            pen.text(look.text(), words, x + 18, 26, TextAlignment.LEFT);
            x += 44 + 7.2 * words.length();
        }
    }

    static String name(SecondThought.Effect effect) {
        return switch (effect) {
            case MENDED -> PARTS[0];
            case UNCHANGED -> PARTS[1];
            case WRONG_OTHERWISE -> PARTS[2];
            case DAMAGED -> PARTS[3];
        };
    }

    private Color colour(int part) {
        return switch (part) {
            case 0 -> look.right();
            case 1 -> look.line();
            case 2 -> Inks.of(4, look.dark());
            default -> look.wrong();
        };
    }
}
