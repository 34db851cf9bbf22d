package dev.thoughtscope.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Spinner;

/// Walks a scene for controls that a person with a screen reader would meet without a name.
public final class Names {
    private Names() {}

    /// Everything that takes the focus and has no name. On the JavaFX thread.
    public static List<String> missing(Parent root) {
        return focusable(root).stream().filter(node -> name(node).isBlank()).map(Node::toString).toList();
    }

    /// Everything that takes the focus now. On the JavaFX thread.
    public static List<Node> focusable(Parent root) {
        var found = new ArrayList<Node>();
        collect(root, found);
        return found;
    }

    private static void collect(Parent parent, List<Node> found) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node.isDisabled()) {
                continue;
            }
            if (node.isFocusTraversable() && !(node instanceof ScrollBar)) {
                found.add(node);
            }
            // the fields inside these never have the focus themselves
            boolean whole = node instanceof Spinner<?> || node instanceof ComboBoxBase<?>;
            if (node instanceof Parent inner && !whole) {
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
