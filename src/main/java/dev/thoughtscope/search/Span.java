package dev.thoughtscope.search;

/// A piece of what a branch generated: its tokens `from` (inclusive) to `to` (exclusive).
public record Span(int branch, int from, int to) {
    public Span {
        if (branch < 0 || from < 0 || to < from) {
            throw new IllegalArgumentException("no span: branch " + branch + ", " + from + " to " + to);
        }
    }

    public int length() {
        return to - from;
    }
}
