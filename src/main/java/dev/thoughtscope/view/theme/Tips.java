package dev.thoughtscope.view.theme;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Hints that show over a part of the window. Each is made when the pointer first comes: the window of one costs as much
/// as many buttons, and a window has a hundred hints that nobody asks for. In FXML: `Tips.text="%key"`.
public final class Tips {
    private static final double WIDTH = 380;
    private static final Duration LONG = Duration.seconds(30);

    private Tips() {}

    /// @param text a sentence or two, in place of an earlier one; told by screen readers too
    public static void setText(Node node, String text) {
        boolean known = node.getProperties().put(Tips.class, text) != null;
        node.setAccessibleHelp(text);
        if (!known) {
            node.addEventFilter(MouseEvent.MOUSE_ENTERED, _ -> show(node));
        } else if (node.getProperties().get(Tooltip.class) instanceof Tooltip made) {
            made.setText(text);
        }
    }

    /// Null if there is none.
    public static String getText(Node node) {
        return (String) node.getProperties().get(Tips.class);
    }

    private static void show(Node node) {
        if (node.getProperties().containsKey(Tooltip.class)) {
            return;
        }
        var tip = new Tooltip(getText(node));
        tip.setWrapText(true);
        tip.setMaxWidth(WIDTH);
        tip.setShowDelay(Duration.millis(450));
        tip.setShowDuration(LONG);
        node.getProperties().put(Tooltip.class, tip);
        if (node instanceof Control control) {
            control.setTooltip(tip);
        } else {
            Tooltip.install(node, tip);
        }
    }
}
