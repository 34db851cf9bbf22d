package dev.thoughtscope.study.report;

/// Text made safe for HTML and SVG.
final class Html {
    private Html() {}

    /// What a model or a dataset wrote cannot become markup; control characters are shown as such.
    static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\t' -> safe.append((char) c);
                default -> safe.appendCodePoint(isSafe(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    /// Neither control characters nor those that turn the direction of what follows them.
    private static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.FORMAT -> c == 0x200D || c == 0x200C || c == 0xAD;
            default -> true;
        };
    }
}
