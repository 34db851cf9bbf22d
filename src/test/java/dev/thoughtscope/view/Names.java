package dev.thoughtscope.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;

/// Walks a scene for controls that a person with a screen reader would meet without a name.
public final class Names {
    private Names() {}

    /// Everything that takes the focus and has no name. On the JavaFX thread.
    public static List<String> missing(Parent root) {
        var found = new ArrayList<String>();
        collect(root, found);
        return found;
    }

    private static void collect(Parent parent, List<String> found) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            boolean focusable = node.isFocusTraversable() && node.isVisible() && !(node instanceof ScrollBar);
            if (focusable && name(node).isBlank()) {
                found.add(node.toString());
            }
            if (node instanceof Parent inner && node.isVisible()) {
                collect(inner, found);
            }
        }
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }
}
