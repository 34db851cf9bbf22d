package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.viewmodel.Mark;
import dev.thoughtscope.viewmodel.Shape;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/// Icons on the canvas.
final class Glyphs {
    private Glyphs() {}

    static Feather of(Shape shape) {
        return switch (shape) {
            case QUESTION -> Feather.HELP_CIRCLE;
            case STEP -> Feather.CORNER_DOWN_RIGHT;
            case REFLECTION -> Feather.ROTATE_CCW;
            case PERSON -> Feather.USER;
            case ANSWER -> Feather.FLAG;
            case GHOST -> Feather.EDIT_3;
        };
    }

    static Feather of(Mark mark) {
        return mark == Mark.RIGHT ? Feather.CHECK : Feather.X;
    }

    static Feather ofChange(boolean pinned) {
        return pinned ? Feather.MAP_PIN : Feather.SLASH;
    }

    /// Draws an icon about a middle point in the present fill.
    static void draw(GraphicsContext gc, Feather icon, double x, double y, double size) {
        gc.setFont(Fonts.icons(size));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(String.valueOf((char) icon.getCode()), x, y);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.BASELINE);
    }
}
