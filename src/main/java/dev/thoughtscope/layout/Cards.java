package dev.thoughtscope.layout;

/// Sizes of a node's card, in units of the plane; at scale 1 a unit is a pixel.
public final class Cards {
    public static final double GAP = 10;
    public static final double PADDING = 7;
    public static final double HEADER = 20;
    public static final double LINE = 16.5;
    /// Lines of text that a card shows at most.
    public static final int MAX_LINES = 5;
    public static final int MAX_ROOT_LINES = 16;
    /// Lines of a card that stands for a whole chain of steps.
    public static final int MAX_CHAIN_LINES = 8;
    public static final int GHOST_LINES = 2;
    /// Characters that fill a line, on the safe side.
    private static final double CHARACTERS = 28;

    private Cards() {}

    /// Lines that a text of so many characters takes, cut off at `max`; two at least, since from further away even a
    /// short text needs them.
    public static int lines(int characters, int max) {
        return Math.clamp((int) Math.ceil(characters / CHARACTERS), 2, max);
    }

    /// Lines of the root's card. It stands alone in its column, so it may be taller than it must: from further
    /// away the whole question can still be read.
    public static int rootLines(int characters) {
        return Math.clamp((int) Math.ceil(characters / CHARACTERS * 2.3), 2, MAX_ROOT_LINES);
    }

    public static double height(int lines) {
        return 2 * PADDING + HEADER + lines * LINE;
    }
}
