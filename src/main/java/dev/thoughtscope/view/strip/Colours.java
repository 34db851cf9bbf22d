package dev.thoughtscope.view.strip;

import javafx.scene.paint.Color;

/// Colours as 0xRRGGBB and as the toolkit wants them.
final class Colours {
    private Colours() {}

    static Color of(int rgb) {
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    static int of(Color colour) {
        return (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    static String css(int rgb) {
        return String.format("#%06x", rgb);
    }
}
