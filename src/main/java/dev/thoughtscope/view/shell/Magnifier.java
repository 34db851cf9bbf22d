package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Themes;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/// How large everything is: as the person has set it, and larger on a clean screen for a room that looks on.
final class Magnifier {
    private static final double PRESENTING = 1.45;

    private final ZoomPane zoom = new ZoomPane();
    private final Themes themes;
    private final DoubleConsumer onDetail;
    private final Supplier<List<Node>> clutter;
    private double detail = 1;
    private boolean presenting;

    /// @param onDetail takes the pixels drawn in a unit of the scene
    /// @param clutter what a room that looks on does not need to see
    Magnifier(Themes themes, DoubleConsumer onDetail, Supplier<List<Node>> clutter) {
        this.themes = themes;
        this.onDetail = onDetail;
        this.clutter = clutter;
    }

    ZoomPane pane() {
        return zoom;
    }

    boolean isPresenting() {
        return presenting;
    }

    /// Large type and a clean screen, or back. All has its new place after this.
    void present() {
        presenting = !presenting;
        for (var part : clutter.get()) {
            part.setVisible(!presenting);
            part.setManaged(!presenting);
        }
        apply();
        zoom.applyCss();
        zoom.layout();
    }

    /// @param pixels drawn in a unit of the window, more than 1 for fine pictures
    void setDetail(double pixels) {
        detail = pixels;
        apply();
    }

    void apply() {
        zoom.setFactor(themes.settings().textSize().get() / 100.0 * (presenting ? PRESENTING : 1));
        onDetail.accept(detail * zoom.factor());
    }
}
