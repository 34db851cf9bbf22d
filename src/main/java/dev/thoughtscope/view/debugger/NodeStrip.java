package dev.thoughtscope.view.debugger;

import dev.thoughtscope.viewmodel.WindowModel;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/// What can be done to the selected node, as a row of buttons in the inspector.
final class NodeStrip extends FlowPane {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final WindowModel window;
    private final List<NodeActions.Action> actions;
    private final List<Button> buttons = new ArrayList<>();

    NodeStrip(WindowModel window, NodeActions all) {
        this.window = window;
        actions = all.all();
        getStyleClass().add("node-strip");
        setHgap(2);
        setVgap(2);
        for (var action : actions) {
            var button = Parts.icon(action.icon(), action.tipWithKey(), () -> act(action));
            button.setId("strip-" + action.name());
            button.getStyleClass().add("flat");
            buttons.add(button);
        }
        getChildren().addAll(buttons);
        window.inspector().detail().subscribe(this::refresh);
        window.debugger().breakpoints().items().subscribe(this::refresh);
        refresh();
    }

    private int node() {
        return window.inspector().selected().get();
    }

    private void act(NodeActions.Action action) {
        if (node() >= 0 && action.can(node())) {
            action.act().accept(node());
        }
    }

    private void refresh() {
        if (!window.tree().isNode(node())) {
            return;
        }
        for (int i = 0; i < buttons.size(); i++) {
            var action = actions.get(i);
            boolean on = action.on().test(node());
            buttons.get(i).setDisable(!action.can(node()));
            buttons.get(i).pseudoClassStateChanged(ON, on);
            buttons.get(i).setAccessibleText(action.title(node()));
        }
    }
}
