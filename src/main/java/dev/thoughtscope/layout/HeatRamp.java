package dev.thoughtscope.layout;

import java.util.List;
import java.util.Locale;

/// Heat colours that people with any kind of colour vision can order, light for high. Sources: cividis by Nuñez,
/// Anderton and Renslow, 2018; viridis, magma and plasma by Smith and van der Walt, 2015.
///
/// Each has a form whose dark end is lifted, for a dark ground.
public enum HeatRamp {
    VIRIDIS(
            "#440154", "#482878", "#3e4a89", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6dcd59", "#b4de2c",
            "#fde725"),
    VIRIDIS_LIFTED(
            "#7048a8", "#6459b0", "#4f72b5", "#3f89b3", "#33a0a8", "#2fb394", "#4cc47b", "#83d555", "#bfe03a",
            "#fde725"),
    CIVIDIS(
            "#00204d", "#00336f", "#39486b", "#575c6d", "#707173", "#8a8779", "#a69d75", "#c4b56c", "#e4cf5b",
            "#ffea46"),
    CIVIDIS_LIFTED(
            "#3f66a8", "#4a6ca8", "#5d7497", "#747d8e", "#868889", "#9a9788", "#afa77f", "#c9ba72", "#e6d15f",
            "#ffea46"),
    MAGMA(
            "#000004", "#180f3d", "#440f76", "#721f81", "#9e2f7f", "#cd4071", "#f1605d", "#fd9668", "#feca8d",
            "#fcfdbf"),
    MAGMA_LIFTED(
            "#5b4a8f", "#66489a", "#77459f", "#8f449c", "#aa4794", "#cf5584", "#f1706d", "#fd9f76", "#fecd95",
            "#fcfdbf"),
    PLASMA(
            "#0d0887", "#46039f", "#7201a8", "#9c179e", "#bd3786", "#d8576b", "#ed7953", "#fb9f3a", "#fdca26",
            "#f0f921"),
    PLASMA_LIFTED(
            "#4a53d1", "#6a4ad6", "#8a46d2", "#a94ac4", "#c2559f", "#d96a7f", "#ee8564", "#fba649", "#fdcd32",
            "#f0f921"),
    GREYS("#1c1c1c", "#f2f2f2"),
    GREYS_LIFTED("#565656", "#f7f7f7");

    /// Names to choose from, as they are kept.
    public static final List<String> NAMES = List.of("viridis", "cividis", "magma", "plasma", "greys");

    private static final int OPAQUE = 0xff000000;
    private final int[] anchors;

    HeatRamp(String... colours) {
        anchors = new int[colours.length];
        for (int i = 0; i < colours.length; i++) {
            anchors[i] = Integer.parseInt(colours[i].substring(1), 16);
        }
    }

    /// The colours of a name; the usual ones for one that is not known.
    ///
    /// @param lifted for a dark ground
    public static HeatRamp named(String name, boolean lifted) {
        String known = NAMES.contains(name.toLowerCase(Locale.ROOT)) ? name : NAMES.getFirst();
        return valueOf(known.toUpperCase(Locale.ROOT) + (lifted ? "_LIFTED" : ""));
    }

    /// Opaque ARGB.
    ///
    /// @param place on the scale, 0 to 1
    public int argb(double place) {
        double at = Math.clamp(place, 0, 1) * (anchors.length - 1);
        int from = Math.min((int) at, anchors.length - 2);
        return mix(anchors[from], anchors[from + 1], at - from);
    }

    /// Part of the way from one colour to another, opaque.
    public static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xff;
            int c = to >> shift & 0xff;
            mixed |= (int) Math.round(a + (c - a) * share) << shift;
        }
        return OPAQUE | mixed;
    }

    /// Whether dark ink reads better on the colour than white.
    public static boolean isLight(int argb) {
        double luminance = 0.2126 * linear(argb >> 16 & 0xff) + 0.7152 * linear(argb >> 8 & 0xff) + 0.0722 * linear(argb & 0xff);
        return luminance > 0.22;
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /// As in a style sheet, `#1f9e89`.
    public static String hex(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }
}
