package dev.thoughtscope.probe;

/// Colours of gain and loss, as 0xRRGGBB.
public enum Tint {
    /// Blue for gain, lighter on a dark ground, and orange for loss: told apart with any kind of colour vision, and by lightness alone. Source:
    /// Okabe and Ito, "Color Universal Design", 2008.
    SAFE(0x0072B2, 0x56B4E9, 0xE69F00),
    /// Quiet-STaR's picture: green for gain, yellow for loss.
    PAPER(0x2DA44E, 0x2DA44E, 0xF2CC0C);

    private static final int DARK_INK = 0x101418;
    private static final int LIGHT_INK = 0xFFFFFF;

    private static final double DARK = 0.2;

    private final int helps;
    private final int helpsOnDark;
    private final int hurts;

    Tint(int helps, int helpsOnDark, int hurts) {
        this.helps = helps;
        this.helpsOnDark = helpsOnDark;
        this.hurts = hurts;
    }

    public TintScale scale(double[] gains) {
        return this == PAPER ? TintScale.paper(gains) : TintScale.fromZero(gains);
    }

    /// The colour of a gain over an opaque ground.
    public int over(int ground, double gain, TintScale scale) {
        int help = luminance(ground) < DARK ? helpsOnDark : helps;
        return blend(ground, gain > 0 ? help : hurts, scale.opacity(gain));
    }

    static int blend(int ground, int colour, double opacity) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double part = (1 - opacity) * (ground >> shift & 0xFF) + opacity * (colour >> shift & 0xFF);
            mixed |= (int) Math.round(part) << shift;
        }
        return mixed;
    }

    /// The ink that reads better on a colour: by the contrast ratio of WCAG 2.
    public static int ink(int colour) {
        return contrast(colour, DARK_INK) >= contrast(colour, LIGHT_INK) ? DARK_INK : LIGHT_INK;
    }

    /// Contrast ratio, 1 to 21. Source: WCAG 2.2.
    static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xFF) + 0.7152 * linear(colour >> 8 & 0xFF) + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
