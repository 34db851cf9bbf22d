package dev.thoughtscope.study.report;

import dev.thoughtscope.study.figures.Calibration;
import java.util.Locale;

/// Accuracy over confidence, bin by bin, beside the line on which they would be equal.
final class ReliabilityChart {
    private static final int SIZE = 210;
    private static final int LEFT = 48;
    private static final int TOP = 30;

    private ReliabilityChart() {}

    static String svg(String method, int series, Calibration calibration) {
        var svg = new Svg(LEFT + SIZE + 14, TOP + SIZE + 46, "Reliability of the confidence of " + method);
        svg.text("title", LEFT, 16, "start", method.length() <= 30 ? method : method.substring(0, 29) + "…");
        for (int percent = 0; percent <= 100; percent += 25) {
            double share = percent / 100.0;
            svg.line("grid", x(0), y(share), x(1), y(share)).line("grid", x(share), y(0), x(share), y(1));
            if (percent % 50 == 0) {
                svg.text("faint small", x(0) - 7, y(share) + 4, "end", percent + " %");
                svg.text("faint small", x(share), y(0) + 16, "middle", String.format(Locale.ROOT, "%.1f", share));
            }
        }
        svg.line("axis dash", x(0), y(0), x(1), y(1));
        int most = calibration.bins().stream().mapToInt(Calibration.Bin::size).max().orElse(1);
        for (var bin : calibration.bins()) {
            double x = x(bin.meanConfidence());
            svg.line("whisker c" + Svg.colour(series), x, y(bin.accuracy().low()), x, y(bin.accuracy().high()));
            svg.circle(
                    "halo f" + Svg.colour(series),
                    x,
                    y(bin.accuracy().estimate()),
                    3.5 + 6 * Math.sqrt((double) bin.size() / most),
                    String.format(
                            Locale.ROOT,
                            "confidence %.2f: right %s, %d thoughts",
                            bin.meanConfidence(),
                            Format.percent(bin.accuracy()),
                            bin.size()));
        }
        return svg.text("faint small", x(0.5), y(0) + 36, "middle", "confidence").build();
    }

    private static double x(double share) {
        return LEFT + SIZE * share;
    }

    private static double y(double share) {
        return TOP + SIZE * (1 - share);
    }
}
