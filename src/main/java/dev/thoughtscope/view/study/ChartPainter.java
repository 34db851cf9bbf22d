package dev.thoughtscope.view.study;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.study.StudyChart;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Draws a chart of a study and tells where its points are.
final class ChartPainter {
    private static final double LEFT = 62;
    private static final double TOP = 22;
    private static final double BOTTOM = 54;
    private static final double LEGEND = 216;
    private static final double LINE = 22;
    private static final double[] STEPS = {1, 2, 5};
    private static final int LONGEST = 30;
    private static final double FADED = 0.22;

    private final GraphicsContext gc;
    private final Pen pen;
    private final Look look;
    private final double width;
    private final double height;
    private final List<Spot> spots = new ArrayList<>();
    private StudyChart chart;
    private double least;
    private double most;

    /// A point as it was drawn: a marker, or a bar that reaches so far from its middle.
    record Spot(double x, double y, double halfWidth, double halfHeight, StudyChart.Point point, String words) {
        Spot(double x, double y, StudyChart.Point point, String words) {
            this(x, y, 0, 0, point, words);
        }

        double distance(double px, double py) {
            return Math.hypot(Math.max(0, Math.abs(px - x) - halfWidth), Math.max(0, Math.abs(py - y) - halfHeight));
        }
    }

    ChartPainter(GraphicsContext gc, Look look, double width, double height) {
        this.gc = gc;
        pen = new Pen(gc);
        this.look = look;
        this.width = width;
        this.height = height;
    }

    /// @param pointed number of the point that is to stand out, -1 for none
    List<Spot> paint(StudyChart drawn, int pointed) {
        chart = drawn;
        gc.setFill(look.dark() ? look.ground() : look.surface());
        gc.fillRect(0, 0, width, height);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFont(Fonts.text(12));
        if (chart.isEmpty()) {
            pen.text(look.muted(), Words.get("chart.nothing." + chart.id()), width / 2, height / 2, TextAlignment.CENTER);
            return List.of();
        }
        if (chart.kind() == StudyChart.Kind.PARTS) {
            new PartsPainter(gc, look, width, height, spots).paint(chart, pointed);
            return spots;
        }
        if (chart.kind() == StudyChart.Kind.NATS) {
            new GainsPainter(gc, look, width, height, spots).paint(chart, pointed);
            return spots;
        }
        range();
        frame();
        for (var series : chart.series()) {
            boolean fades = pointed >= 0 && !holds(series, pointed);
            gc.setGlobalAlpha(fades ? FADED : 1);
            draw(series, pointed);
        }
        gc.setGlobalAlpha(1);
        legend();
        return spots;
    }

    /// Whether a point that stands out is one of the series that is drawn next.
    private boolean holds(StudyChart.Series series, int pointed) {
        return series.role() != StudyChart.Role.LADDER
                && pointed >= spots.size()
                && pointed < spots.size() + series.points().size();
    }

    private void range() {
        least = Double.POSITIVE_INFINITY;
        most = 0;
        chart.series().stream().flatMap(series -> series.points().stream()).forEach(point -> {
            least = Math.min(least, point.x());
            most = Math.max(most, point.x());
        });
        if (chart.kind() == StudyChart.Kind.SQUARE) {
            least = Math.min(0.8, Math.floor(least * 10) / 10);
            most = 1;
        } else {
            least /= 1.3;
            most *= 1.3;
        }
    }

    private double right() {
        return width - LEGEND;
    }

    private double x(double value) {
        double share = chart.kind() == StudyChart.Kind.SQUARE
                ? (value - least) / (most - least)
                : Math.log(value / least) / Math.log(most / least);
        return LEFT + share * (right() - LEFT);
    }

    private double y(double share) {
        return TOP + (1 - share) * (height - TOP - BOTTOM);
    }

    private void frame() {
        gc.setLineWidth(1);
        for (int percent = 0; percent <= 100; percent += 20) {
            pen.line(percent == 0 ? look.muted() : look.line(), LEFT, y(percent / 100.0), right(), y(percent / 100.0));
            pen.text(look.muted(), percent + " %", LEFT - 9, y(percent / 100.0), TextAlignment.RIGHT);
        }
        if (chart.kind() == StudyChart.Kind.SQUARE) {
            int step = least > 0.5 ? 5 : least > 0.2 ? 10 : 20;
            for (int percent = (int) Math.round(100 * least); percent <= 100; percent += step) {
                tick(percent / 100.0, percent + " %");
            }
            gc.setLineDashes(6, 4);
            pen.line(look.muted(), x(least), y(least), x(1), y(1));
            gc.setLineDashes();
        } else {
            ticks();
        }
        pen.text(look.muted(), Words.get("axis." + chart.id()), (LEFT + right()) / 2, height - 14, TextAlignment.CENTER);
    }

    private void ticks() {
        boolean tries = chart.id().equals("tries") || chart.id().equals("majority");
        for (int power = -6; power <= 12; power++) {
            if (tries && power >= 0) {
                tickIfInside(Math.pow(2, power));
            } else if (!tries) {
                for (double step : STEPS) {
                    tickIfInside(step * Math.pow(10, power));
                }
            }
        }
    }

    private void tickIfInside(double value) {
        if (value >= least && value <= most) {
            tick(value, value >= 1 ? String.format("%,.0f", value) : String.valueOf((float) value));
        }
    }

    private void tick(double value, String label) {
        pen.line(look.line(), x(value), TOP, x(value), y(0));
        pen.text(look.muted(), label, x(value), y(0) + 15, TextAlignment.CENTER);
    }

    private void draw(StudyChart.Series series, int pointed) {
        if (series.role() == StudyChart.Role.LADDER) {
            ladder(series);
            return;
        }
        var colour = ink(series);
        gc.setLineWidth(1.3);
        for (var point : series.points()) {
            if (point.high() > point.low()) {
                var faint = colour.deriveColor(0, 1, 1, 0.55);
                double x = x(point.x());
                pen.line(faint, x, y(point.low()), x, y(point.high()));
                pen.line(faint, x - 3, y(point.low()), x + 3, y(point.low()));
                pen.line(faint, x - 3, y(point.high()), x + 3, y(point.high()));
            }
        }
        gc.setLineDashes(series.dashed() ? new double[] {6, 4} : new double[0]);
        gc.setLineWidth(!series.isMethod() ? 1.2 : 2);
        gc.setStroke(colour);
        gc.beginPath();
        series.points().forEach(point -> gc.lineTo(x(point.x()), y(point.y())));
        gc.stroke();
        gc.setLineDashes();
        for (var point : series.points()) {
            marker(series, point, spots.size() == pointed);
        }
    }

    private void ladder(StudyChart.Series series) {
        gc.setStroke(look.muted());
        gc.setLineWidth(1.6);
        gc.setLineDashes(2, 4);
        gc.beginPath();
        series.points().forEach(point -> gc.lineTo(x(point.x()), y(point.y())));
        gc.stroke();
        gc.setLineDashes();
    }

    private void marker(StudyChart.Series series, StudyChart.Point point, boolean pointed) {
        double x = x(point.x());
        double y = y(point.y());
        double size = pointed ? 1.6 : !series.isMethod() ? 0.7 : 1;
        if (pointed) {
            gc.setStroke(look.text());
            gc.setLineWidth(1.5);
            gc.strokeOval(x - 10, y - 10, 20, 20);
        }
        gc.setFill(ink(series));
        Inks.marker(gc, series.colour(), x, y, size);
        String key = !series.isMethod() ? "point.published" : "point." + chart.id();
        spots.add(new Spot(x, y, point, Words.get(
                key, series.name(), point.budget(), Words.percent(point.y()), Words.percent(point.low()),
                Words.percent(point.high()), point.n(), Words.number(point.x()))));
    }

    private Color ink(StudyChart.Series series) {
        return !series.isMethod() ? look.muted() : Inks.of(series.colour(), look.dark());
    }

    private void legend() {
        double y = TOP + 8;
        for (var series : chart.series()) {
            double x = right() + 22;
            gc.setLineWidth(!series.isMethod() ? 1.2 : 2);
            boolean ladder = series.role() == StudyChart.Role.LADDER;
            gc.setLineDashes(ladder ? new double[] {2, 4} : series.dashed() ? new double[] {6, 4} : new double[0]);
            pen.line(ink(series), x, y, x + 26, y);
            gc.setLineDashes();
            gc.setFill(ink(series));
            if (!ladder) {
                Inks.marker(gc, series.colour(), x + 13, y, !series.isMethod() ? 0.7 : 1);
            }
            String name = ladder ? Words.get("series.ladder") : series.name();
            pen.text(
                    !series.isMethod() ? look.muted() : look.text(),
                    name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name,
                    x + 34,
                    y,
                    TextAlignment.LEFT);
            y += LINE;
        }
    }
}
