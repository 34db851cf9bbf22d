package dev.thoughtscope.viewmodel;

import java.util.Locale;

/// Where the search is to be held, as the person sets it.
///
/// @param bound of confidence or value, 0 to 1
/// @param count tokens in a row, depth, or node
/// @param text expression to look for
public record DebuggerBreakpoint(Kind kind, double bound, int count, String text, boolean enabled) {
    public enum Kind {
        CONFIDENCE,
        VALUE,
        TEXT,
        WRONG,
        ANSWER,
        REFLECTION,
        DEPTH,
        NODE
    }

    /// What a person most often wants of this kind.
    public static DebuggerBreakpoint usual(Kind kind) {
        return switch (kind) {
            case CONFIDENCE -> new DebuggerBreakpoint(kind, 0.6, 1, "", true);
            case VALUE -> new DebuggerBreakpoint(kind, 0.8, 1, "", true);
            case DEPTH -> new DebuggerBreakpoint(kind, 0, 4, "", true);
            case TEXT, WRONG, ANSWER, REFLECTION, NODE -> new DebuggerBreakpoint(kind, 0, 1, "", true);
        };
    }

    public static DebuggerBreakpoint at(int node) {
        return new DebuggerBreakpoint(Kind.NODE, 0, node, "", true);
    }

    public DebuggerBreakpoint withBound(double newBound) {
        return new DebuggerBreakpoint(kind, newBound, count, text, enabled);
    }

    public DebuggerBreakpoint withCount(int newCount) {
        return new DebuggerBreakpoint(kind, bound, newCount, text, enabled);
    }

    public DebuggerBreakpoint withText(String newText) {
        return new DebuggerBreakpoint(kind, bound, count, newText, enabled);
    }

    public DebuggerBreakpoint withEnabled(boolean newEnabled) {
        return new DebuggerBreakpoint(kind, bound, count, text, newEnabled);
    }

    public boolean isAt(int node) {
        return kind == Kind.NODE && count == node;
    }

    /// As the command line writes it.
    public String written() {
        return switch (kind) {
            case CONFIDENCE -> String.format(Locale.ROOT, "confidence<%.2fx%d", bound, count);
            case VALUE -> String.format(Locale.ROOT, "value<%.2f", bound);
            case TEXT -> "text:" + text;
            case WRONG -> "wrong";
            case ANSWER -> "answer";
            case REFLECTION -> "reflection";
            case DEPTH -> "depth:" + count;
            case NODE -> "node:" + count;
        };
    }
}
