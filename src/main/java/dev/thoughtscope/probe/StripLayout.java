package dev.thoughtscope.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Tokens in lines, as the text reads: lines break between words where they can, and at line ends of the text.
///
/// @param boxes one for each token, in order
/// @param lines number of lines, at least 1
public record StripLayout(List<Box> boxes, int lines) {
    private static final String LINE_END = "↵";

    /// @param text as shown: line ends and tabs made visible, the space before a line's first word left out
    public record Box(int index, int line, double x, double width, String text) {
        public double right() {
            return x + width;
        }
    }

    public StripLayout {
        boxes = List.copyOf(boxes);
    }

    /// @param texts of the tokens
    /// @param lineWidth in the units of `measure`
    /// @param measure width of a text as shown
    public static StripLayout of(List<String> texts, double lineWidth, ToDoubleFunction<String> measure) {
        var boxes = new ArrayList<Box>(texts.size());
        double hair = measure.applyAsDouble("·") / 2;
        double x = 0;
        int line = 0;
        int at = 0;
        while (at < texts.size()) {
            int end = wordEnd(texts, at);
            double word = 0;
            for (int i = at; i < end; i++) {
                word += width(texts.get(i), measure, hair);
            }
            boolean tooLong = word > lineWidth;
            if (x > 0 && x + word > lineWidth) {
                x = 0;
                line++;
            }
            for (; at < end; at++) {
                if (tooLong && x > 0 && x + width(texts.get(at), measure, hair) > lineWidth) {
                    x = 0;
                    line++;
                }
                String text = x == 0 && line > 0 ? unindented(texts.get(at)) : texts.get(at);
                double width = width(text, measure, hair);
                boxes.add(new Box(at, line, x, width, shown(text)));
                x += width;
                if (texts.get(at).indexOf('\n') >= 0) {
                    x = 0;
                    line++;
                }
            }
        }
        return new StripLayout(boxes, line + 1);
    }

    /// Without the space that parted it from the line before.
    private static String unindented(String text) {
        return text.length() > 1 && text.charAt(0) == ' ' && text.charAt(1) != ' ' ? text.substring(1) : text;
    }

    private static double width(String text, ToDoubleFunction<String> measure, double hair) {
        return text.isEmpty() ? hair : measure.applyAsDouble(shown(text));
    }

    private static int wordEnd(List<String> texts, int start) {
        int end = start + 1;
        while (end < texts.size() && !startsWord(texts.get(end)) && texts.get(end - 1).indexOf('\n') < 0) {
            end++;
        }
        return end;
    }

    private static boolean startsWord(String text) {
        return !text.isEmpty() && (Character.isWhitespace(text.charAt(0)) || Character.isIdeographic(text.codePointAt(0)));
    }

    private static String shown(String text) {
        if (text.chars().noneMatch(c -> c < ' ' || c == 0x7F)) {
            return text;
        }
        return text.replace("\r\n", LINE_END)
                .replace("\n", LINE_END)
                .replace("\t", "    ")
                .replaceAll("\\p{Cntrl}", "·");
    }

    /// Columns that a text takes in a typewriter font: two for East Asian wide characters, none for marks that
    /// combine. A rule of thumb that covers the large blocks.
    public static int columns(String text) {
        return text.codePoints().map(StripLayout::columns).sum();
    }

    private static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
