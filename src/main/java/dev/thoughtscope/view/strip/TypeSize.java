package dev.thoughtscope.view.strip;

/// How large a strip is written, so that a short text is read from the back of a room and a long one fits.
///
/// @param font in pixels
record TypeSize(double font) {
    private static final double[] FONTS = {32, 28, 24, 21, 18.5, 16};
    /// At which texts are measured.
    static final TypeSize SMALLEST = new TypeSize(FONTS[FONTS.length - 1]);

    private static final double LINE = 33.0 / 16;
    private static final double TILE = 27.0 / 16;
    /// In pixels.
    static final double LARGEST = FONTS[0];

    private static final double FULL = 0.9;

    /// Lines of a text in so much room.
    @FunctionalInterface
    interface Lines {
        /// @param width in pixels at the smallest size
        int in(double width);
    }

    /// The largest size up to `most` at which a text fits, the smallest if it does not at any.
    static TypeSize fitting(double width, double height, double most, Lines lines) {
        for (double font : FONTS) {
            var size = new TypeSize(font);
            if (font <= most && lines.in(width * SMALLEST.font / font) * size.line() <= height * FULL) {
                return size;
            }
        }
        return SMALLEST;
    }

    /// From one line to the next.
    double line() {
        return font * LINE;
    }

    /// Height of a token's colour.
    double tile() {
        return font * TILE;
    }
}
