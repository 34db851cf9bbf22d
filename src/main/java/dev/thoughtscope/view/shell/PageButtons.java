package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;

/// The buttons of a page as commands, so that the palette knows everything that can be done there.
final class PageButtons {
    private static final int LONGEST = 90;

    private PageButtons() {}

    /// Those that can be pressed now, by their names.
    ///
    /// @param root of the page
    /// @param known titles that are commands already
    static List<Command> of(Parent root, Set<String> known) {
        var found = new LinkedHashMap<String, ButtonBase>();
        collect(root, found);
        var commands = new ArrayList<Command>();
        for (Map.Entry<String, ButtonBase> entry : found.entrySet()) {
            if (!known.contains(entry.getKey())) {
                commands.add(Command.of("button:" + entry.getKey(), entry.getKey(), () -> press(entry.getValue())));
            }
        }
        return commands;
    }

    private static void collect(Parent parent, Map<String, ButtonBase> found) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node.isDisabled()) {
                continue;
            }
            if (node instanceof ButtonBase button) {
                String name = name(button);
                if (!name.isBlank() && name.length() <= LONGEST) {
                    found.putIfAbsent(name, button);
                }
            } else if (node instanceof Parent inner) {
                collect(inner, found);
            }
        }
    }

    /// Without the key in brackets that many hints end with.
    private static String name(ButtonBase button) {
        String name = button.getAccessibleText() == null ? button.getText() : button.getAccessibleText();
        return name == null ? "" : name.replaceAll("\\s*\\([^()]{1,14}\\)$", "").strip();
    }

    private static void press(ButtonBase button) {
        button.requestFocus();
        if (button instanceof MenuButton menu) {
            menu.show();
        } else {
            button.fire();
        }
    }
}
