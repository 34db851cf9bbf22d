package dev.thoughtscope.view.debugger;

import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.view.tree.TreeCanvas;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCodeCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu of a node: what a person can do to it, each with a sentence that explains it.
final class NodeMenu {
    private static final int FIRST_GROUP = 3;
    private static final int SECOND_GROUP = 6;

    private final TreeCanvas tree;
    private final NodeActions actions;
    private final ContextMenu menu = new ContextMenu();

    NodeMenu(TreeCanvas tree, NodeActions actions) {
        this.tree = tree;
        this.actions = actions;
        menu.setId("node-menu");
        menu.getStyleClass().add("node-menu");
        menu.setOnShown(_ -> explain());
        tree.setOnContextMenuRequested(this::requested);
    }

    private void requested(ContextMenuEvent event) {
        int node = event.isKeyboardTrigger() ? tree.selectedNode() : tree.nodeAt(event.getX(), event.getY());
        menu.hide();
        if (node < 0) {
            return;
        }
        tree.choose(node);
        fill(node);
        if (event.isKeyboardTrigger()) {
            var place = tree.localToScreen(tree.boundsOf(node));
            menu.show(tree, place.getMinX(), place.getMaxY());
        } else {
            menu.show(tree, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    void showBelow(javafx.scene.Node button, int node) {
        if (node < 0) {
            return;
        }
        fill(node);
        menu.show(button, Side.BOTTOM, 0, 4);
    }

    private void fill(int node) {
        menu.getItems().clear();
        int index = 0;
        for (var action : actions.all()) {
            if (index == FIRST_GROUP || index == SECOND_GROUP) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().add(item(action, node));
            index++;
        }
        menu.getItems().addAll(
                new SeparatorMenuItem(),
                plain("node.show", Feather.ZOOM_IN, () -> tree.steering().show(node)),
                plain("node.copy", Feather.COPY, () -> copy(node)));
    }

    private static MenuItem plain(String key, Feather icon, Runnable action) {
        var item = new MenuItem(Words.get(key), FontIcon.of(icon, 15));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void copy(int node) {
        var content = new ClipboardContent();
        content.putString(actions.text(node));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static MenuItem item(NodeActions.Action action, int node) {
        var item = new MenuItem(action.title(node), FontIcon.of(action.icon(), 15));
        item.setId("node-" + action.name());
        item.setMnemonicParsing(false);
        item.setUserData(action);
        item.setDisable(!action.can(node));
        if (action.key() != null) {
            item.setAccelerator(new KeyCodeCombination(action.key()));
        }
        item.setOnAction(_ -> action.act().accept(node));
        return item;
    }

    /// Menu items have nodes only while they are shown.
    private void explain() {
        for (var item : menu.getItems()) {
            if (item.getUserData() instanceof NodeActions.Action action && item.getStyleableNode() != null) {
                Tips.setText(item.getStyleableNode(), action.tip());
            }
        }
    }
}
