package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.page.Late;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.TreeModel;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// The whole text of the node under the pointer, once the pointer rests.
final class NodeTip {
    private static final int LONGEST = 900;
    private static final double WIDTH = 420;
    private static final Duration REST = Duration.millis(650);

    private final Node canvas;
    private final TreeModel tree;
    /// Its window costs more than the start has to give.
    private final Late<Tooltip> tip = new Late<>(NodeTip::make);

    NodeTip(Node canvas, TreeModel tree) {
        this.canvas = canvas;
        this.tree = tree;
    }

    private static Tooltip make() {
        var tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(WIDTH);
        tip.setShowDelay(REST);
        tip.setShowDuration(Duration.INDEFINITE);
        return tip;
    }

    /// @param box under the pointer, -1 for none
    void hover(int box) {
        tip.ifMade().ifPresent(shown -> {
            shown.hide();
            Tooltip.uninstall(canvas, shown);
        });
        if (tree.isNode(box)) {
            String text = tree.folds().cardText(box);
            String numbers = TreeWords.get("sentence.numbers", Messages.value(tree.value(box)), tree.visits(box));
            tip.get().setText((text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "\n\n" + numbers);
            Tooltip.install(canvas, tip.get());
        }
    }
}
