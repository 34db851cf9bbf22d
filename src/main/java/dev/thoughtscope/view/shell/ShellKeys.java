package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Key;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Finds the command of a key. Letters stay with a text field, the space bar with a button.
final class ShellKeys {
    /// A text has its own undo, copy and the like.
    private static final Set<String> OF_TEXT = Set.of(
            "Shortcut+Z", "Shortcut+Y", "Shortcut+Shift+Z", "Shortcut+X", "Shortcut+C", "Shortcut+V", "Shortcut+A");

    private final CommandList commands;
    private final Pages pages;
    private final Node root;
    private final BooleanSupplier isAway;
    /// The letter of a key that opened a field does not belong into it.
    private boolean swallow;

    /// @param isAway whether something lies over the window that has the keys to itself
    ShellKeys(CommandList commands, Pages pages, Node root, BooleanSupplier isAway) {
        this.commands = commands;
        this.pages = pages;
        this.root = root;
        this.isAway = isAway;
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_RELEASED, _ -> swallow = false);
        root.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (swallow) {
                event.consume();
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (event.isConsumed() || isAway.getAsBoolean()) {
            return;
        }
        if (commands.tell(event)) {
            swallow = true;
            event.consume();
            return;
        }
        var focus = root.getScene().getFocusOwner();
        boolean writing = focus instanceof TextInputControl
                || focus instanceof Spinner<?>
                || focus != null && focus.hasProperties() && focus.getProperties().containsKey(Key.OWN_LETTERS);
        if (focus instanceof TextArea && event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            // a text area would keep the Tab key to itself, and who has no mouse would be caught in it
            focus.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
            return;
        }
        if (writing && event.getCode() == KeyCode.ESCAPE) {
            pages.current().ifPresent(page -> page.shown());
            event.consume();
            return;
        }
        for (var entry : commands.inReach()) {
            for (var key : entry.command().keys()) {
                if (key.matches(event) && isFree(key, focus, writing) && entry.command().run()) {
                    swallow = true;
                    event.consume();
                    return;
                }
            }
        }
    }

    private static boolean isFree(Key key, Node focus, boolean writing) {
        if (key.isSpace() && (focus instanceof ButtonBase || focus instanceof ComboBoxBase<?>)) {
            return false;
        }
        return !writing || !key.isText() && !OF_TEXT.contains(key.name());
    }
}
