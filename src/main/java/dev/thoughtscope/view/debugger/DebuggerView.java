package dev.thoughtscope.view.debugger;

import dev.thoughtscope.view.inspector.InspectorView;
import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.Late;
import dev.thoughtscope.view.tree.TreeCanvas;
import dev.thoughtscope.viewmodel.DebuggerStride;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
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
    private final Late<BreakpointPanel> panel;
    private final HandBar bar;
    private int toReveal = -1;

    /// @param root of the window
    /// @param stage that the tree fills
    public DebuggerView(WindowModel window, TreeCanvas tree, InspectorView inspector, StackPane root, StackPane stage) {
        this.window = window;
        this.tree = tree;
        root.getStylesheets().add(DebuggerView.class.getResource("debugger.css").toExternalForm());
        floating = new Floating(root, tree::requestFocus);
        actions = new NodeActions(window.debugger(), new NodeCards(window, tree, floating));
        menu = new NodeMenu(tree, actions);
        panel = new Late<>(() -> new BreakpointPanel(window.debugger().breakpoints()));
        bar = new HandBar(window, this::breakpoints);
        var chooser = new TokenChooser(window, floating);
        inspector.setOnToken(chooser::show);
        inspector.setTools(tools());
        place(stage);
        window.debugger().hold().subscribe(hold -> toReveal = hold.node());
        window.inspector().selected().subscribe(() -> toReveal = window.inspector().selected().get());
    }

    /// What it can do, with its keys.
    public List<Command> commands() {
        var commands = new ArrayList<Command>();
        commands.add(Command.of("debug.token", Words.get("keys.token"), () -> step(DebuggerStride.TOKEN), "F11"));
        commands.add(Command.of("debug.phase", Words.get("keys.phase"), () -> step(DebuggerStride.PHASE), "F10"));
        commands.add(Command.of("debug.undo", Words.get("keys.undo"), window.debugger()::undo, "Shortcut+Z"));
        commands.add(Command.of(
                "debug.redo", Words.get("keys.redo"), window.debugger()::redo, "Shortcut+Y", "Shortcut+Shift+Z"));
        for (var action : actions.all()) {
            String[] keys = action.key() == null ? new String[0] : new String[] {action.key().getName()};
            String title = Words.get("node." + action.name()).replace("\u2026", "");
            commands.add(Command.of("node." + action.name(), title, () -> action.act().accept(selected()), keys)
                    .when(() -> selected() >= 0 && action.can(selected())));
        }
        return commands.stream().map(command -> command.when(() -> !floating.isOpen() && command.enabled().getAsBoolean())).toList();
    }

    private void step(DebuggerStride stride) {
        window.debugger().step(stride);
    }

    private int selected() {
        return window.inspector().selected().get();
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
        if (panel.ifMade().filter(floating::isShown).isPresent()) {
            floating.close();
        } else {
            panel.get().close();
            var button = bar.breakpoints();
            floating.show(panel.get(), button.localToScene(button.getBoundsInLocal()), button);
        }
    }

    /// Brings into sight what was asked for as soon as it has its place.
    public void frame() {
        if (toReveal >= 0 && tree.reveal(toReveal)) {
            toReveal = -1;
        }
    }
}
