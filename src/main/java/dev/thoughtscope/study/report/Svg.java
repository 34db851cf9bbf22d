package dev.thoughtscope.study.report;

import java.util.Locale;

/// Writes an `svg` element. Every text that comes in is escaped.
///
/// Colours are classes, so that one style sheet serves light and dark: `s0` to `s7` for series, `ink`, `faint`, `grid`.
final class Svg {
    static final int SERIES = 8;

    /// For a chart that stands alone in a file, and for the page.
    static final String STYLE =
            """
            .chart{--ink:#1f2328;--faint:#5b6470;--grid:#d8dde3;--paper:#ffffff;--s0:#0068a8;--s1:#c24e00;--s2:#00805d;\
            --s3:#b3478f;--s4:#8a6a00;--s5:#2f8fd0;--s6:#6b45b5;--s7:#5f6670}
            @media(prefers-color-scheme:dark){.chart{--ink:#e6e9ed;--faint:#a3adb8;--grid:#39414a;--paper:#15191e;\
            --s0:#5cb3f2;--s1:#ff9158;--s2:#41cfa3;--s3:#ef9fce;--s4:#e0bf45;--s5:#9bd4f7;--s6:#b99ff2;--s7:#b4bcc6}}
            .chart text{font:13px system-ui,sans-serif;fill:var(--ink)}
            .chart text.faint{fill:var(--faint)}
            .chart text.small{font-size:12px}
            .chart text.title{font-weight:600}
            .chart .grid{stroke:var(--grid);stroke-width:1;fill:none}
            .chart .axis{stroke:var(--faint);stroke-width:1;fill:none}
            .chart .dash{stroke-dasharray:6 4}
            .chart .dot{stroke-dasharray:2 4;stroke-width:1.6}
            .chart .line{fill:none;stroke-width:2;stroke-linejoin:round}
            .chart .whisker{stroke-width:1.3;opacity:.55;fill:none}
            .chart .bound{stroke:var(--ink);stroke-width:1.4;fill:none}
            .chart .halo{stroke:var(--paper);stroke-width:1.5}
            .chart text.on{fill:var(--paper);font-size:12px}
            """
                    + colours();

    private final StringBuilder text = new StringBuilder();

    Svg(int width, int height, String description) {
        text.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " role=\"img\"><title>%s</title>",
                width,
                height,
                width,
                height,
                Html.escape(description)));
    }

    Svg line(String classes, double x1, double y1, double x2, double y2) {
        text.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                classes, x1, y1, x2, y2));
        return this;
    }

    Svg polyline(String classes, double[] xs, double[] ys) {
        text.append("<polyline class=\"").append(classes).append("\" points=\"");
        for (int i = 0; i < xs.length; i++) {
            text.append(String.format(Locale.ROOT, i == 0 ? "%.1f,%.1f" : " %.1f,%.1f", xs[i], ys[i]));
        }
        text.append("\"/>");
        return this;
    }

    /// @param hover shown when the pointer rests on it, empty for nothing
    Svg rectangle(String classes, double x, double y, double width, double height, String hover) {
        text.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">%s</rect>",
                classes, x, y, width, height, hover(hover)));
        return this;
    }

    Svg circle(String classes, double x, double y, double radius, String hover) {
        text.append(String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\">%s</circle>",
                classes, x, y, radius, hover(hover)));
        return this;
    }

    /// A point of a series, in a shape of its own: shapes tell series apart where colours do not, or come again.
    Svg marker(int series, double x, double y, String hover) {
        double r = 4.5;
        String path =
                switch (Math.floorMod(series + series / SERIES, 4)) {
                    case 0 -> null;
                    case 1 -> square(x, y, r * 0.9);
                    case 2 -> String.format(
                            Locale.ROOT, "M%.1f %.1fL%.1f %.1fL%.1f %.1fZ",
                            x, y - r * 1.2, x + r * 1.1, y + r * 0.8, x - r * 1.1, y + r * 0.8);
                    default -> String.format(
                            Locale.ROOT, "M%.1f %.1fL%.1f %.1fL%.1f %.1fL%.1f %.1fZ",
                            x, y - r * 1.2, x + r * 1.2, y, x, y + r * 1.2, x - r * 1.2, y);
                };
        if (path == null) {
            return circle("halo f" + colour(series), x, y, r, hover);
        }
        text.append("<path class=\"halo f").append(colour(series)).append("\" d=\"").append(path).append("\">")
                .append(hover(hover)).append("</path>");
        return this;
    }

    /// @param anchor `start`, `middle` or `end`
    Svg text(String classes, double x, double y, String anchor, String content) {
        text.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                classes, x, y, anchor, Html.escape(content)));
        return this;
    }

    /// Read from below, centred on the point.
    Svg sidewaysText(double x, double y, String content) {
        text.append(String.format(
                Locale.ROOT,
                "<text class=\"faint\" transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                x, y, Html.escape(content)));
        return this;
    }

    String build() {
        return text + "</svg>";
    }

    static int colour(int series) {
        return Math.floorMod(series, SERIES);
    }

    private static String square(double x, double y, double r) {
        return String.format(
                Locale.ROOT, "M%.1f %.1fH%.1fV%.1fH%.1fZ", x - r, y - r, x + r, y + r, x - r);
    }

    private static String hover(String hover) {
        return hover.isEmpty() ? "" : "<title>" + Html.escape(hover) + "</title>";
    }

    private static String colours() {
        var rules = new StringBuilder();
        for (int i = 0; i < SERIES; i++) {
            rules.append(".chart .c").append(i).append("{stroke:var(--s").append(i).append(")}.chart .f").append(i)
                    .append("{fill:var(--s").append(i).append(")}\n");
        }
        return rules.toString();
    }
}
