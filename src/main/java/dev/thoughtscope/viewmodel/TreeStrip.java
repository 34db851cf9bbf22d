package dev.thoughtscope.viewmodel;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.viewmodel.strip.NodeText;
import dev.thoughtscope.viewmodel.strip.StripBranch;
import java.util.Optional;
import javafx.beans.value.ObservableIntegerValue;

/// What ties strips to the tree that is shown: texts of its nodes are measured, and thoughts become branches.
public final class TreeStrip {
    private final WindowModel window;

    public TreeStrip(WindowModel window) {
        this.window = window;
    }

    /// The selected node, -1 for none.
    public ObservableIntegerValue selected() {
        return window.inspector().selected();
    }

    /// The text of the selected node, empty if it has none.
    public Optional<NodeText> text() {
        return NodeText.of(window.tree().tree(), selected().get());
    }

    /// All that the model wrote up to the selected node and in it, empty if there is nothing.
    public Optional<NodeText> path() {
        return NodeText.path(window.tree().tree(), selected().get());
    }

    /// Makes a thought a branch: of the tree that is shown, where the strip is of one of its nodes, otherwise of a new one
    /// that begins with the text before the thought.
    public void add(StripBranch branch) {
        var node = branch.node().filter(one -> one.isOf(window.tree().tree()));
        if (node.isPresent()) {
            var beside = node.get().branch(branch.index(), branch.thought());
            window.debugger().addThought(window.tree().parent(beside.node()), beside.text());
        } else {
            goOn(branch);
        }
    }

    private void goOn(StripBranch branch) {
        var runner = window.runner();
        if (runner == null) {
            return;
        }
        try {
            window.take(runner.goOnText(branch.before(), branch.thought(), window.question().request(false)));
        } catch (IllegalArgumentException | EngineException refused) {
            window.trouble().set(refused.getMessage());
        }
    }
}
