package dev.thoughtscope.viewmodel;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.viewmodel.strip.StripBranch;

/// Makes thoughts of a strip branches of a tree: of the tree that is shown, where the strip is of one of its nodes,
/// otherwise of a new one that begins with the text before the thought.
public final class ThoughtBranches {
    private final WindowModel window;

    public ThoughtBranches(WindowModel window) {
        this.window = window;
    }

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
