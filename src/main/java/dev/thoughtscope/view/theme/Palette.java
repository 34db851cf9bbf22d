package dev.thoughtscope.view.theme;

import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;

/// Heat colours that people with any kind of colour vision can order, light for high. Sources: cividis by Nuñez,
/// Anderton and Renslow, 2018; viridis, magma and plasma by Smith and van der Walt, 2015.
///
/// Each has a form whose dark end is lifted, for a dark ground.
public enum Palette {
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
    private static final int SHADES = 256;
    private final Color[] shades = new Color[SHADES];
    private final int[] pixels = new int[SHADES];

    Palette(String... anchors) {
        for (int i = 0; i < SHADES; i++) {
            double at = i / (SHADES - 1.0) * (anchors.length - 1);
            int from = Math.min((int) at, anchors.length - 2);
            shades[i] = Color.web(anchors[from]).interpolate(Color.web(anchors[from + 1]), at - from);
            pixels[i] = 0xff << 24
                    | (int) Math.round(shades[i].getRed() * 255) << 16
                    | (int) Math.round(shades[i].getGreen() * 255) << 8
                    | (int) Math.round(shades[i].getBlue() * 255);
        }
    }

    /// The colours of a name; the usual ones for one that is not known.
    ///
    /// @param lifted for a dark ground
    public static Palette named(String name, boolean lifted) {
        String known = NAMES.contains(name.toLowerCase(Locale.ROOT)) ? name : NAMES.getFirst();
        return valueOf(known.toUpperCase(Locale.ROOT) + (lifted ? "_LIFTED" : ""));
    }

    /// @param place on the scale, 0 to 1
    public Color at(double place) {
        return shades[index(place)];
    }

    /// The same colour as opaque ARGB.
    public int pixel(double place) {
        return pixels[index(place)];
    }

    /// Black or white, whichever reads better on the colour.
    public Color ink(double place) {
        var back = at(place);
        return luminance(back) > 0.22 ? Color.rgb(16, 20, 24) : Color.WHITE;
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static int index(double place) {
        return Math.clamp(Math.round(place * (SHADES - 1)), 0, SHADES - 1);
    }
}
