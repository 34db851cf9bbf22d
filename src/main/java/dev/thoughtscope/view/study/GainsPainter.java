package dev.thoughtscope.view.study;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.study.StudyChart;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// What thinking gained at tokens of each kind: a bar for each from zero, with its interval.
final class GainsPainter {
    private static final double LEFT = 190;
    private static final double RIGHT = 96;
    private static final double TOP = 24;
    private static final double BOTTOM = 56;
    private static final double MOST_STEP = 76;
    private static final double BAR_SHARE = 0.46;

    private final GraphicsContext gc;
    private final Pen pen;
    private final Look look;
    private final double width;
    private final double height;
    private final List<ChartPainter.Spot> spots;
    private double least;
    private double most;

    GainsPainter(GraphicsContext gc, Look look, double width, double height, List<ChartPainter.Spot> spots) {
        this.gc = gc;
        pen = new Pen(gc);
        this.look = look;
        this.width = width;
        this.height = height;
        this.spots = spots;
    }

    void paint(StudyChart chart, int pointed) {
        var points = chart.series().getFirst().points();
        least = Math.min(0, points.stream().mapToDouble(StudyChart.Point::low).min().orElse(0)) * 1.08;
        most = Math.max(0.1, points.stream().mapToDouble(StudyChart.Point::high).max().orElse(0)) * 1.08;
        double step = Math.min(MOST_STEP, (height - TOP - BOTTOM) / points.size());
        double bottom = TOP + step * points.size();
        frame(bottom);
        for (int i = 0; i < points.size(); i++) {
            draw(points.get(i), TOP + step * (i + 0.5), step * BAR_SHARE, pointed);
        }
    }

    private double x(double nats) {
        return LEFT + (nats - least) / (most - least) * (width - LEFT - RIGHT);
    }

    private void frame(double bottom) {
        double step = step();
        gc.setLineWidth(1);
        for (double nats = Math.ceil(least / step) * step; nats <= most; nats += step) {
            pen.line(look.line(), x(nats), TOP, x(nats), bottom);
            pen.text(look.muted(), Math.abs(nats) < 1e-9 ? "0" : signed(nats), x(nats), bottom + 16, TextAlignment.CENTER);
        }
        pen.line(look.muted(), x(0), TOP, x(0), bottom);
        pen.text(look.muted(), Words.get("axis.thinking"), (LEFT + width - RIGHT) / 2, bottom + 38, TextAlignment.CENTER);
    }

    private static String signed(double nats) {
        return String.format("%+.2f", nats).replace('-', '−');
    }

    private double step() {
        double[] steps = {0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 25, 100};
        for (double step : steps) {
            if ((most - least) / step <= 8) {
                return step;
            }
        }
        return most - least;
    }

    private void draw(StudyChart.Point point, double middle, double bar, int pointed) {
        if (!(point.source() instanceof StudyChart.Source.Tokens(var kind))) {
            return;
        }
        double from = Math.min(x(0), x(point.y()));
        double wide = Math.max(1, Math.abs(x(point.y()) - x(0)));
        gc.setFill(point.y() >= 0 ? look.right() : look.wrong());
        gc.fillRect(from, middle - bar / 2, wide, bar);
        if (spots.size() == pointed) {
            gc.setStroke(look.text());
            gc.setLineWidth(2);
            gc.strokeRect(from, middle - bar / 2, wide, bar);
        }
        gc.setLineWidth(1.4);
        pen.line(look.text(), x(point.low()), middle, x(point.high()), middle);
        pen.line(look.text(), x(point.low()), middle - 4, x(point.low()), middle + 4);
        pen.line(look.text(), x(point.high()), middle - 4, x(point.high()), middle + 4);
        String name = Words.get("kind." + kind.label());
        gc.setFont(Fonts.text(13));
        pen.text(look.text(), name, LEFT - 12, middle, TextAlignment.RIGHT);
        gc.setFont(Fonts.text(12));
        pen.text(look.text(), signed(point.y()), Math.max(x(point.high()), x(0)) + 8, middle, TextAlignment.LEFT);
        spots.add(new ChartPainter.Spot(from + wide / 2, middle, wide / 2, bar / 2, point, Words.get(
                "point.thinking", name, point.y(), point.low(), point.high(), point.n())));
    }
}
