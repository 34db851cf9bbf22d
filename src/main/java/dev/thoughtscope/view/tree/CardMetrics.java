package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.Motion;

/// Sizes within a card on the screen, in pixels of the scene: text never gets too small to read; where room is
/// short there is less of it.
///
/// @param text size of the font of the node's text
/// @param small size of the font of figures and captions
/// @param left where text begins, from the left edge
record CardMetrics(
        double width, double height, double scale, double text, double small, double pad, double header, double left) {
    private static final double THINNEST = 3;
    private static final double BROADER = 9;
    private static final double LEAST_TEXT = 11.5;
    private static final double LEAST_SMALL = 11;
    private static final double ROW_WIDTH = 62;
    private static final double ROW_HEIGHT = 18;
    private static final double LINE = 1.2;

    static CardMetrics of(Sight sight, int box, double width, double height) {
        double scale = Math.min(sight.scale(), sight.view().across());
        double text = Math.max(LEAST_TEXT, TextWrap.SIZE * scale);
        double small = Math.max(LEAST_SMALL, 11 * scale);
        double pad = Math.clamp(7 * scale, 3, 20);
        double left = band(sight, box) + 2 + pad * 0.8;
        return new CardMetrics(width, height, scale, text, small, pad, Math.max(14, 20 * scale), left);
    }

    /// Breadth of the band of a node, by the root of its share of all visits.
    static double band(Sight sight, int box) {
        double visited = sight.isGhost(box) ? 0 : sight.visited(box);
        return THINNEST + BROADER * visited * Math.clamp(sight.view().across(), 0.6, 1.6);
    }

    /// Whether cards at this scale have room for words at all.
    static boolean anyRoom(Sight sight) {
        return Motion.WIDTH * sight.view().across() >= ROW_WIDTH && sight.scale() >= 0.3;
    }

    boolean fitsRow() {
        return height >= ROW_HEIGHT;
    }

    double line() {
        return text * LINE;
    }

    /// Lines of text below the header, 0 where there is only room for one row in all.
    int lines() {
        return (int) Math.floor((height - 2 * pad - header + 2.5) / line());
    }

    double textWidth() {
        return width - left - pad * 0.75;
    }

    /// A width in units of the ruler of [TextWrap].
    double ruled(double pixels, double size) {
        return pixels / size * TextWrap.SIZE;
    }
}
