package dev.thoughtscope.view.shell;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Words that are never cut off.
final class Widths {
    private Widths() {}

    /// Keeps all labels and buttons in a row as wide as their words.
    static void keep(Pane row) {
        for (Node node : row.getChildren()) {
            if (node instanceof Labeled words) {
                words.setMinWidth(Region.USE_PREF_SIZE);
            } else if (node instanceof Pane inner) {
                keep(inner);
            }
        }
    }
}
