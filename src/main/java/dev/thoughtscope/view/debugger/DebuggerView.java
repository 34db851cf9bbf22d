package dev.thoughtscope.view.debugger;

import dev.thoughtscope.view.inspector.InspectorView;
import dev.thoughtscope.view.tree.TreeCanvas;
import dev.thoughtscope.viewmodel.DebuggerStride;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The debugger in the window: its bar and banner over the tree, its menu, its keys, its cards.
public final class DebuggerView {
    private static final double MARGIN = 12;

    private final WindowModel window;
    private final TreeCanvas tree;
    private final Floating floating;
    private final NodeActions actions;
    private final NodeMenu menu;
    private final BreakpointPanel panel;
    private final HandBar bar;
    private int toReveal = -1;
    /// The letter of a key that opened a card does not belong into it.
    private boolean swallow;

    /// @param root of the window
    /// @param stage that the tree fills
    public DebuggerView(WindowModel window, TreeCanvas tree, InspectorView inspector, StackPane root, StackPane stage) {
        this.window = window;
        this.tree = tree;
        root.getStylesheets().add(DebuggerView.class.getResource("debugger.css").toExternalForm());
        floating = new Floating(root, tree::requestFocus);
        actions = new NodeActions(window.debugger(), new NodeCards(window, tree, floating));
        menu = new NodeMenu(tree, actions);
        panel = new BreakpointPanel(window.debugger().breakpoints());
        bar = new HandBar(window, this::breakpoints);
        var chooser = new TokenChooser(window, floating);
        inspector.setOnToken(chooser::show);
        inspector.setTools(tools());
        place(stage);
        window.debugger().hold().subscribe(hold -> toReveal = hold.node());
        window.inspector().selected().subscribe(() -> toReveal = window.inspector().selected().get());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.addEventFilter(KeyEvent.KEY_RELEASED, _ -> swallow = false);
        root.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (swallow) {
                event.consume();
            }
        });
    }

    /// Its keys, each with what it does.
    public SequencedMap<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("F11", Words.get("keys.token"));
        keys.put("F10", Words.get("keys.phase"));
        for (var action : actions.all()) {
            if (action.key() != null) {
                keys.put(action.key().getName(), Words.get("node." + action.name()).replace("\u2026", ""));
            }
        }
        keys.put(Words.get("keys.undo.key"), Words.get("keys.undo"));
        keys.put(Words.get("keys.redo.key"), Words.get("keys.redo"));
        return keys;
    }

    private void place(StackPane stage) {
        var hand = new VBox(8, bar, new HoldBanner(window));
        hand.setPickOnBounds(false);
        hand.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(hand, Pos.TOP_LEFT);
        StackPane.setMargin(hand, new Insets(MARGIN));
        stage.getChildren().add(hand);
        window.progress().subscribe(() -> Parts.show(hand, window.tree().nodes() > 0));
        Parts.show(hand, false);
    }

    /// What can be done to the selected node, for those who do not think of a right click.
    private Button tools() {
        var button = Parts.icon(Feather.EDIT, Words.get("node.tools"), () -> {});
        button.setId("node-tools");
        button.getStyleClass().addAll("flat", "small");
        button.setOnAction(_ -> menu.showBelow(button, window.inspector().selected().get()));
        return button;
    }

    private void breakpoints() {
        if (floating.isShown(panel)) {
            floating.close();
        } else {
            panel.close();
            var button = bar.breakpoints();
            floating.show(panel, button.localToScene(button.getBoundsInLocal()), button);
        }
    }

    /// Brings into sight what was asked for as soon as it has its place.
    public void frame() {
        if (toReveal >= 0 && tree.reveal(toReveal)) {
            toReveal = -1;
        }
    }

    private void key(KeyEvent event) {
        if (tree.getScene() == null) {
            // another page is shown
            return;
        }
        var focus = tree.getScene().getFocusOwner();
        if (focus instanceof TextInputControl || floating.isOpen()) {
            return;
        }
        boolean taken = event.isShortcutDown() ? shortcut(event) : !event.isAltDown() && plain(event);
        if (taken) {
            swallow = true;
            event.consume();
        }
    }

    private boolean shortcut(KeyEvent event) {
        boolean again = event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown();
        if (again) {
            window.debugger().redo();
        } else if (event.getCode() == KeyCode.Z) {
            window.debugger().undo();
        }
        return again || event.getCode() == KeyCode.Z;
    }

    private boolean plain(KeyEvent event) {
        int node = window.inspector().selected().get();
        if (event.isShiftDown() && event.getCode() != KeyCode.F10) {
            return false;
        }
        switch (event.getCode()) {
            case F11 -> window.debugger().step(DebuggerStride.TOKEN);
            case F10 -> {
                if (event.isShiftDown()) {
                    return false;
                }
                window.debugger().step(DebuggerStride.PHASE);
            }
            default -> {
                return tree.isFocused() && actions.key(event.getCode(), node);
            }
        }
        return true;
    }
}
