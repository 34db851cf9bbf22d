package dev.thoughtscope.view.study;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Colours and shapes that tell series apart; shapes alone do where colours do not.
final class Inks {
    private static final String[] LIGHT = {
        "#0068a8", "#c24e00", "#00805d", "#b3478f", "#8a6a00", "#2f8fd0", "#6b45b5", "#0a7f8c"
    };
    private static final String[] DARK = {
        "#5cb3f2", "#ff9158", "#41cfa3", "#ef9fce", "#e0bf45", "#9bd4f7", "#b99ff2", "#62d0db"
    };
    private static final double R = 4.5;

    private Inks() {}

    static Color of(int series, boolean dark) {
        var colours = dark ? DARK : LIGHT;
        return Color.web(colours[Math.floorMod(series, colours.length)]);
    }

    /// @param size 1 for the usual one
    static void marker(GraphicsContext gc, int series, double x, double y, double size) {
        double r = R * size;
        switch (Math.floorMod(series + series / LIGHT.length, 4)) {
            case 0 -> gc.fillOval(x - r, y - r, 2 * r, 2 * r);
            case 1 -> gc.fillRect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
            case 2 -> gc.fillPolygon(
                    new double[] {x, x + 1.1 * r, x - 1.1 * r}, new double[] {y - 1.2 * r, y + 0.8 * r, y + 0.8 * r}, 3);
            default -> gc.fillPolygon(
                    new double[] {x, x + 1.2 * r, x, x - 1.2 * r}, new double[] {y - 1.2 * r, y, y + 1.2 * r, y}, 4);
        }
    }
}
