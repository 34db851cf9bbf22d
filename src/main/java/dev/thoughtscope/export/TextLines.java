package dev.thoughtscope.export;

import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines by a count of characters, at spaces where there are any.
final class TextLines {
    private TextLines() {}

    /// @param width characters of a line at most
    /// @param most lines; the last one ends with an ellipsis where text is left out
    static List<String> of(String text, int width, int most) {
        var lines = new ArrayList<String>();
        int start = 0;
        while (start < text.length() && lines.size() < most) {
            int end = Math.min(text.length(), start + width);
            if (end < text.length()) {
                int space = text.lastIndexOf(' ', end);
                end = space > start ? space : whole(text, end);
            }
            lines.add(text.substring(start, end).strip());
            start = end;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
        }
        if (start < text.length()) {
            String last = lines.removeLast();
            lines.add((last.length() < width ? last : last.substring(0, whole(last, width - 1))) + "…");
        }
        return lines;
    }

    /// Never in the middle of a character of two halves.
    private static int whole(String text, int end) {
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
