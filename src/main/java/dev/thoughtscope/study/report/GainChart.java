package dev.thoughtscope.study.report;

import dev.thoughtscope.study.corpus.KindGains;
import java.util.List;
import java.util.Locale;

/// What thinking gained at tokens of each kind: one bar a kind from zero, with its interval.
final class GainChart {
    private static final int WIDTH = 880;
    private static final int LEFT = 230;
    private static final int RIGHT = 860;
    private static final int TOP = 10;
    private static final int LINE = 38;
    private static final int BAR = 20;

    private final double least;
    private final double most;

    private GainChart(List<KindGains.Row> rows) {
        least = Math.min(0, rows.stream().mapToDouble(row -> row.gain().low()).min().orElse(0)) * 1.08;
        most = Math.max(0.1, rows.stream().mapToDouble(row -> row.gain().high()).max().orElse(0)) * 1.08;
    }

    static String svg(List<KindGains.Row> rows) {
        var chart = new GainChart(rows);
        var svg = new Svg(WIDTH, TOP + rows.size() * LINE + 50, "What thinking gains, by kind of token");
        chart.frame(svg, TOP + rows.size() * LINE);
        for (int i = 0; i < rows.size(); i++) {
            chart.draw(svg, rows.get(i), TOP + i * LINE + (LINE - BAR) / 2.0);
        }
        return svg.build();
    }

    private double x(double nats) {
        return LEFT + (nats - least) / (most - least) * (RIGHT - LEFT);
    }

    private void frame(Svg svg, double bottom) {
        double step = step();
        for (double nats = Math.ceil(least / step) * step; nats <= most; nats += step) {
            svg.line("grid", x(nats), TOP, x(nats), bottom);
            svg.text("faint small", x(nats), bottom + 17, "middle", String.format(Locale.ROOT, "%+.2f", nats).replace("+0.00", "0"));
        }
        svg.line("axis", x(0), TOP, x(0), bottom);
        svg.text("faint", (LEFT + RIGHT) / 2.0, bottom + 38, "middle", "gain of a thought, nats over the tokens ahead");
    }

    private double step() {
        double step = 0.05;
        while ((most - least) / step > 9) {
            step *= step * 100 % 10 == 5 ? 2 : 2.5;
        }
        return step;
    }

    private void draw(Svg svg, KindGains.Row row, double y) {
        var gain = row.gain();
        boolean helps = gain.estimate() >= 0;
        String hover = KindNames.of(row.kind()) + ": " + Format.nats(gain) + ", " + row.tokens() + " tokens in " + gain.n()
                + " texts, " + Format.percent(row.helped()) + " of them gain";
        svg.text("", LEFT - 12, y + 15, "end", KindNames.of(row.kind()));
        svg.rectangle(
                helps ? "f2" : "f1", Math.min(x(0), x(gain.estimate())), y, Math.abs(x(gain.estimate()) - x(0)), BAR, hover);
        double middle = y + BAR / 2.0;
        svg.line("bound", x(gain.low()), middle, x(gain.high()), middle);
        svg.line("bound", x(gain.low()), middle - 4, x(gain.low()), middle + 4);
        svg.line("bound", x(gain.high()), middle - 4, x(gain.high()), middle + 4);
    }
}
