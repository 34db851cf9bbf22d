package dev.thoughtscope.view.theme;

import dev.thoughtscope.layout.HeatRamp;
import java.util.List;
import javafx.scene.paint.Color;

/// The heat colours of [HeatRamp], as the window draws with them.
public enum Palette {
    VIRIDIS,
    VIRIDIS_LIFTED,
    CIVIDIS,
    CIVIDIS_LIFTED,
    MAGMA,
    MAGMA_LIFTED,
    PLASMA,
    PLASMA_LIFTED,
    GREYS,
    GREYS_LIFTED;

    /// Names to choose from, as they are kept.
    public static final List<String> NAMES = HeatRamp.NAMES;

    private static final int SHADES = 256;
    private final Color[] shades = new Color[SHADES];
    private final int[] pixels = new int[SHADES];

    Palette() {
        var ramp = HeatRamp.valueOf(name());
        for (int i = 0; i < SHADES; i++) {
            pixels[i] = ramp.argb(i / (SHADES - 1.0));
            shades[i] = Color.rgb(pixels[i] >> 16 & 0xff, pixels[i] >> 8 & 0xff, pixels[i] & 0xff);
        }
    }

    /// The colours of a name; the usual ones for one that is not known.
    ///
    /// @param lifted for a dark ground
    public static Palette named(String name, boolean lifted) {
        return valueOf(HeatRamp.named(name, lifted).name());
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
        return HeatRamp.isLight(pixel(place)) ? Color.rgb(16, 20, 24) : Color.WHITE;
    }

    private static int index(double place) {
        return Math.clamp(Math.round(place * (SHADES - 1)), 0, SHADES - 1);
    }
}
