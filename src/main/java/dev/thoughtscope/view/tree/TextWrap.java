package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;

/// Breaks text into lines by the width of its characters.
final class TextWrap {
    /// Widths are those of text of this size.
    static final double SIZE = 12.5;
    private static final float UNKNOWN = -1;
    private final float[] widths = new float[0x3000];
    private final Text ruler = new Text();

    TextWrap() {
        java.util.Arrays.fill(widths, UNKNOWN);
        ruler.setFont(Fonts.text(SIZE));
    }

    /// Lines at most `width` wide; the last one ends with an ellipsis where text was left out.
    List<String> head(String text, double width, int most) {
        var lines = lines(text, width, most + 1);
        if (lines.size() > most) {
            String last = lines.get(most - 1);
            double room = width - width("…");
            int end = last.length();
            while (end > 0 && width(last.substring(0, end)) > room) {
                end--;
            }
            lines = new ArrayList<>(lines.subList(0, most));
            lines.set(most - 1, last.substring(0, end).stripTrailing() + "…");
        }
        return lines;
    }

    /// The last lines of a text.
    List<String> tail(String text, double width, int most) {
        var lines = lines(text, width, Integer.MAX_VALUE);
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    private List<String> lines(String text, double width, int most) {
        var lines = new ArrayList<String>();
        int start = 0;
        while (start < text.length() && lines.size() < most) {
            int end = fitting(text, start, width);
            lines.add(text.substring(start, end).stripTrailing());
            start = end;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
        }
        return lines;
    }

    private int fitting(String text, int start, double width) {
        double used = 0;
        int space = -1;
        for (int i = start; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == ' ') {
                space = i;
            }
            used += width(letter);
            if (used > width && letter != ' ') {
                return space > start ? space : Math.max(i, start + 1);
            }
        }
        return text.length();
    }

    double width(String text) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += width(text.charAt(i));
        }
        return sum;
    }

    private double width(char letter) {
        if (letter >= widths.length) {
            return SIZE;
        }
        if (widths[letter] == UNKNOWN) {
            ruler.setText(String.valueOf(letter).repeat(10));
            widths[letter] = (float) (ruler.getLayoutBounds().getWidth() / 10);
        }
        return widths[letter];
    }
}
