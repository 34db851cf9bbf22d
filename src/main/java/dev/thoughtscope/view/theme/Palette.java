package dev.thoughtscope.view.theme;

import javafx.scene.paint.Color;

/// Heat colours that people with any kind of colour vision can order, light for high. Sources: cividis by Nuñez,
/// Anderton and Renslow, 2018; viridis by Smith and van der Walt, 2015.
public enum Palette {
    VIRIDIS(
            "#440154", "#482878", "#3e4a89", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6dcd59", "#b4de2c",
            "#fde725"),
    /// Viridis with its dark end lifted, for a dark ground.
    VIRIDIS_LIFTED(
            "#7048a8", "#6459b0", "#4f72b5", "#3f89b3", "#33a0a8", "#2fb394", "#4cc47b", "#83d555", "#bfe03a",
            "#fde725"),
    CIVIDIS(
            "#00204d", "#00336f", "#39486b", "#575c6d", "#707173", "#8a8779", "#a69d75", "#c4b56c", "#e4cf5b",
            "#ffea46");

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
