package dev.thoughtscope.study.report;

import dev.thoughtscope.study.figures.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Accuracy in percent over a logarithmic axis: one line a series, each point with its interval.
final class LineChart {
    private static final int WIDTH = 880;
    private static final int PLOT = 560;
    private static final int LEFT = 62;
    private static final int TOP = 18;
    private static final int HEIGHT = 330;
    private static final int LEGEND_LINE = 22;

    private final String description;
    private final String xLabel;
    private final String yLabel;
    private final boolean doubling;
    private final List<Series> series = new ArrayList<>();
    private double[] joinedX = {};
    private double[] joinedY = {};

    /// @param colour number of the method, the same in every chart
    /// @param dashed for methods that differ from another one by reflection
    record Series(String name, int colour, boolean dashed, List<Point> points) {}

    record Point(double x, Interval y, String hover) {}

    /// @param doubling whether the axis is marked at powers of two
    LineChart(String description, String xLabel, String yLabel, boolean doubling) {
        this.doubling = doubling;
        this.description = description;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
    }

    /// Points that have no place on a logarithmic axis are left out.
    LineChart add(String name, int colour, boolean dashed, List<Point> points) {
        series.add(new Series(
                name, colour, dashed, points.stream().filter(point -> point.x() > 0 && point.y().isKnown()).toList()));
        return this;
    }

    /// A dotted line under all others, from point to point.
    LineChart join(double[] xs, double[] ys) {
        joinedX = xs.clone();
        joinedY = ys.clone();
        return this;
    }

    String svg() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (var one : series) {
            for (var point : one.points()) {
                least = Math.min(least, point.x());
                most = Math.max(most, point.x());
            }
        }
        int height = Math.max(TOP + HEIGHT + 58, TOP + series.size() * LEGEND_LINE + 20);
        var svg = new Svg(WIDTH, height, description);
        if (most == 0) {
            return svg.text("faint", LEFT, TOP + 20, "start", "Nothing measured yet.").build();
        }
        var axis = new LogAxis(least / 1.25, most * 1.25, LEFT, LEFT + PLOT);
        drawFrame(svg, axis);
        if (joinedX.length > 1 && Arrays.stream(joinedX).allMatch(x -> x > 0)) {
            svg.polyline(
                    "axis dot",
                    Arrays.stream(joinedX).map(axis::place).toArray(),
                    Arrays.stream(joinedY).map(LineChart::y).toArray());
        }
        for (int i = 0; i < series.size(); i++) {
            drawSeries(svg, axis, i);
        }
        return svg.build();
    }

    private void drawFrame(Svg svg, LogAxis axis) {
        for (int percent = 0; percent <= 100; percent += 20) {
            double y = y(percent / 100.0);
            svg.line(percent == 0 ? "axis" : "grid", LEFT, y, LEFT + PLOT, y);
            svg.text("faint small", LEFT - 8, y + 4, "end", percent + " %");
        }
        for (double tick : axis.ticks(doubling)) {
            svg.line("grid", axis.place(tick), TOP, axis.place(tick), TOP + HEIGHT);
            svg.text("faint small", axis.place(tick), TOP + HEIGHT + 18, "middle", LogAxis.label(tick));
        }
        svg.text("faint", LEFT + PLOT / 2.0, TOP + HEIGHT + 42, "middle", xLabel);
        svg.sidewaysText(14, TOP + HEIGHT / 2.0, yLabel);
    }

    private void drawSeries(Svg svg, LogAxis axis, int index) {
        var one = series.get(index);
        String stroke = " c" + Svg.colour(one.colour());
        for (var point : one.points()) {
            double x = axis.place(point.x());
            svg.line("whisker" + stroke, x, y(point.y().low()), x, y(point.y().high()));
            svg.line("whisker" + stroke, x - 3, y(point.y().low()), x + 3, y(point.y().low()));
            svg.line("whisker" + stroke, x - 3, y(point.y().high()), x + 3, y(point.y().high()));
        }
        String dash = one.dashed() ? " dash" : "";
        svg.polyline(
                "line" + stroke + dash,
                one.points().stream().mapToDouble(point -> axis.place(point.x())).toArray(),
                one.points().stream().mapToDouble(point -> y(point.y().estimate())).toArray());
        for (var point : one.points()) {
            svg.marker(one.colour(), axis.place(point.x()), y(point.y().estimate()), point.hover());
        }
        double x = LEFT + PLOT + 24;
        double y = TOP + 10 + index * (double) LEGEND_LINE;
        svg.line("line" + stroke + dash, x, y, x + 26, y).marker(one.colour(), x + 13, y, "");
        svg.text("", x + 34, y + 4, "start", one.name().length() <= 32 ? one.name() : one.name().substring(0, 31) + "…");
    }

    private static double y(double share) {
        return TOP + HEIGHT * (1 - share);
    }

    /// A logarithmic scale and its ticks: 1, 2 and 5 times powers of ten, or powers of two.
    record LogAxis(double least, double most, double from, double to) {
        double place(double value) {
            return from + (to - from) * Math.log(value / least) / Math.log(most / least);
        }

        List<Double> ticks(boolean doubling) {
            var ticks = new ArrayList<Double>();
            double[] steps = doubling || most / least > 300 ? new double[] {1} : new double[] {1, 2, 5};
            for (int power = -9; power <= 20; power++) {
                for (double step : steps) {
                    double tick = step * Math.pow(doubling ? 2 : 10, power);
                    if (tick >= least && tick <= most && (!doubling || tick >= 1)) {
                        ticks.add(tick);
                    }
                }
            }
            return ticks;
        }

        static String label(double tick) {
            return tick >= 1 ? String.format(Locale.ROOT, "%,.0f", tick) : String.format(Locale.ROOT, "%.3g", tick).replaceAll("0+$", "");
        }
    }
}
