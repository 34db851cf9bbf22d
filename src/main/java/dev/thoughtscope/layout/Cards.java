package dev.thoughtscope.layout;

/// Sizes of a node's card, in units of the plane; at scale 1 a unit is a pixel.
public final class Cards {
    public static final double GAP = 14;
    public static final double PADDING = 9;
    public static final double HEADER = 20;
    public static final double LINE = 16.5;
    public static final double PILL = 26;
    /// Lines of text that a card shows at most.
    public static final int MAX_LINES = 5;
    public static final int MAX_ROOT_LINES = 14;
    public static final int GHOST_LINES = 3;
    /// Characters that fill a line, on the safe side.
    private static final double CHARACTERS = 26;

    private Cards() {}

    /// Lines that a text of so many characters takes, cut off at `max`.
    public static int lines(int characters, int max) {
        return Math.clamp((int) Math.ceil(characters / CHARACTERS), 1, max);
    }

    public static double height(int lines, boolean pill) {
        return 2 * PADDING + HEADER + lines * LINE + (pill ? PILL : 0);
    }
}
