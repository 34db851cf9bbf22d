package dev.thoughtscope.study.report;

import dev.thoughtscope.study.Figures;
import java.util.List;

/// What second thoughts did to answers: one bar a method, its parts by their share.
final class MendingChart {
    private static final int WIDTH = 880;
    private static final int LEFT = 230;
    private static final int BAR = 590;
    private static final int LINE = 34;
    private static final String[] NAMES = {"mended", "unchanged", "wrong otherwise", "damaged"};
    private static final int[] COLOURS = {2, 7, 4, 1};

    private MendingChart() {}

    static String svg(List<Figures.Mending> rows) {
        var svg = new Svg(WIDTH, 40 + rows.size() * LINE, "What reflection did to the answers of each method");
        double legend = LEFT;
        for (int i = 0; i < NAMES.length; i++) {
            svg.rectangle("f" + COLOURS[i], legend, 6, 13, 13, "");
            svg.text("", legend + 19, 17, "start", NAMES[i]);
            legend += 40 + 8.0 * NAMES[i].length();
        }
        for (int row = 0; row < rows.size(); row++) {
            draw(svg, rows.get(row), 34 + row * LINE);
        }
        return svg.build();
    }

    private static void draw(Svg svg, Figures.Mending row, double y) {
        String name = row.method().name();
        svg.text("", LEFT - 10, y + 17, "end", name.length() <= 32 ? name : name.substring(0, 31) + "…");
        int[] counts = {row.mended(), row.unchanged(), row.wrongOtherwise(), row.damaged()};
        double x = LEFT;
        for (int i = 0; i < counts.length; i++) {
            double width = BAR * (double) counts[i] / row.thoughts();
            String hover = NAMES[i] + ": " + counts[i] + " of " + row.thoughts();
            svg.rectangle("f" + COLOURS[i], x, y, width, LINE - 10, hover);
            if (width > 26) {
                svg.text("on", x + width / 2, y + 16, "middle", String.valueOf(counts[i]));
            }
            x += width;
        }
    }
}
