package dev.thoughtscope.view.strip;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;

/// A row of tools that gives up words where it has little room, in any language: what is left says it by an icon and a
/// tooltip.
final class NarrowTools {
    private final HBox row;
    private final List<Labeled> first;
    private final List<Labeled> second;
    private final List<? extends Node> last;

    /// @param first give up their words first
    /// @param second give up theirs next, and after them the names of the settings
    /// @param last have keys too, and go when nothing else helps
    NarrowTools(HBox row, List<Labeled> first, List<Labeled> second, List<? extends Node> last) {
        this.row = row;
        this.first = first;
        this.second = second;
        this.last = last;
        row.setMinWidth(0);
    }

    void fit(ObservableDoubleValue width) {
        width.subscribe(_ -> fit(width.get()));
        row.widthProperty().subscribe(_ -> fit(width.get()));
    }

    private void fit(double width) {
        if (width <= 0 || row.getScene() == null) {
            return;
        }
        row.applyCss();
        show(first, ContentDisplay.LEFT);
        show(second, ContentDisplay.TEXT_ONLY);
        show(row.getChildren().stream().filter(Label.class::isInstance), true);
        show(last.stream(), true);
        if (!fits(width)) {
            show(first, ContentDisplay.GRAPHIC_ONLY);
        }
        if (!fits(width)) {
            show(second, ContentDisplay.GRAPHIC_ONLY);
        }
        show(row.getChildren().stream().filter(Label.class::isInstance), fits(width));
        show(last.stream(), fits(width));
    }

    private boolean fits(double width) {
        return row.prefWidth(-1) <= width;
    }

    private static void show(List<Labeled> tools, ContentDisplay display) {
        tools.forEach(tool -> tool.setContentDisplay(display));
    }

    private static void show(Stream<? extends Node> nodes, boolean shown) {
        nodes.forEach(node -> {
            node.setVisible(shown);
            node.setManaged(shown);
        });
    }
}
