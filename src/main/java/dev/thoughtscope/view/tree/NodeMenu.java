package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.WindowModel;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done with a node.
final class NodeMenu {
    private final WindowModel model;
    private final TreeCanvas canvas;

    NodeMenu(WindowModel model, TreeCanvas canvas) {
        this.model = model;
        this.canvas = canvas;
    }

    ContextMenu of(int node) {
        var changes = model.changes();
        var tree = model.tree();
        var menu = new ContextMenu();
        boolean root = node == 0;
        menu.getItems().addAll(
                item("node.show", Feather.ZOOM_IN, () -> canvas.show(node), true),
                item("node.copy", Feather.COPY, () -> copy(tree.text(node)), true),
                new SeparatorMenuItem(),
                item(
                        tree.isPinned(node) ? "node.unpin" : "node.pin",
                        Feather.MAP_PIN,
                        () -> changes.pin(node, !tree.isPinned(node)),
                        changes.possible() && !root),
                item(
                        tree.isBanned(node) ? "node.unban" : "node.ban",
                        Feather.SLASH,
                        () -> changes.ban(node, !tree.isBanned(node)),
                        changes.possible() && !root),
                item(
                        tree.focus() == node && !root ? "node.unfocus" : "node.focus",
                        Feather.TARGET,
                        () -> changes.focus(tree.focus() == node ? 0 : node),
                        changes.possible()),
                item("node.reflect", Feather.ROTATE_CCW, () -> changes.reflect(node), changes.possible() && !root),
                item("node.more", Feather.PLUS_CIRCLE, () -> changes.moreRollouts(8), changes.possible()));
        return menu;
    }

    private static MenuItem item(String key, Feather icon, Runnable action, boolean possible) {
        var item = new MenuItem(Messages.get(key), FontIcon.of(icon, 14));
        item.setOnAction(_ -> action.run());
        item.setDisable(!possible);
        return item;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
