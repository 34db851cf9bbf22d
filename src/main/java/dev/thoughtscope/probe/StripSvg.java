package dev.thoughtscope.probe;

import java.util.Locale;

/// A picture as SVG 1.1, with no fonts of its own: texts are set to the width that they were laid out for.
public final class StripSvg {
    private static final String[] ANCHORS = {"start", "middle", "end"};

    private StripSvg() {}

    public static String of(StripPicture picture) {
        var svg = new StringBuilder(4096);
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$s\" height=\"%2$s\" viewBox=\"0 0 %1$s %2$s\">%n",
                number(picture.width()), number(picture.height())));
        svg.append("<style>text{font-family:Inter,\"Segoe UI\",Helvetica,Arial,sans-serif;white-space:pre}")
                .append(".t{font-family:\"JetBrains Mono\",Menlo,Consolas,\"DejaVu Sans Mono\",monospace}</style>\n");
        svg.append(format("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n", colour(picture.ground())));
        picture.rects().forEach(rect -> rect(svg, rect));
        picture.letterings().forEach(lettering -> lettering(svg, lettering));
        return svg.append("</svg>\n").toString();
    }

    private static void rect(StringBuilder svg, StripPicture.Rect rect) {
        svg.append(format(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\"/>%n",
                number(rect.x()),
                number(rect.y()),
                number(rect.width()),
                number(rect.height()),
                number(rect.radius()),
                colour(rect.colour())));
    }

    private static void lettering(StringBuilder svg, StripPicture.Lettering lettering) {
        svg.append(format(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"",
                number(lettering.x()), number(lettering.y()), number(lettering.size()), colour(lettering.colour())));
        if (lettering.typewriter()) {
            svg.append(" class=\"t\"");
        }
        if (lettering.bold()) {
            svg.append(" font-weight=\"600\"");
        }
        if (lettering.place() > 0) {
            svg.append(" text-anchor=\"").append(ANCHORS[(int) Math.round(lettering.place() * 2)]).append('"');
        }
        if (lettering.width() > 0) {
            svg.append(format(" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"", number(lettering.width())));
        }
        svg.append(" xml:space=\"preserve\">").append(escaped(lettering.text())).append("</text>\n");
    }

    private static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(isXml(c) ? c : '\uFFFD');
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    private static String colour(int colour) {
        return format("#%06x", colour);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : format("%.2f", value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
    }
}
