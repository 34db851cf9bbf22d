package dev.thoughtscope.view.study;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Lines and words of a chart. For the JavaFX thread.
record Pen(GraphicsContext gc) {
    void line(Color colour, double x1, double y1, double x2, double y2) {
        gc.setStroke(colour);
        gc.strokeLine(x1, y1, x2, y2);
    }

    /// @param x of the left end, the middle or the right end, as `align` says
    void text(Color colour, String words, double x, double y, TextAlignment align) {
        gc.setFill(colour);
        gc.setTextAlign(align);
        gc.fillText(words, x, y);
    }
}
