package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.Mark;
import dev.thoughtscope.viewmodel.TreeModel;

/// What a screen reader says of a node.
final class NodeSentence {
    private NodeSentence() {}

    static String of(TreeModel tree, int node) {
        var sentence = new StringBuilder(TreeWords.get(
                "sentence." + tree.shape(node).name().toLowerCase(java.util.Locale.ROOT), tree.text(node), tree.answer(node)));
        sentence.append(' ').append(TreeWords.get("sentence.numbers", Messages.value(tree.value(node)), tree.visits(node)));
        Mark mark = tree.mark(node) == Mark.NONE ? tree.stepMark(node) : tree.mark(node);
        if (mark != Mark.NONE) {
            sentence.append(' ').append(TreeWords.get(mark == Mark.RIGHT ? "sentence.right" : "sentence.wrong"));
        }
        if (tree.isBest(node)) {
            sentence.append(' ').append(TreeWords.get("sentence.best"));
        }
        if (tree.folds().behind(node) > 0) {
            sentence.append(' ').append(TreeWords.get("sentence.folded", tree.folds().behind(node)));
        }
        return sentence.toString();
    }
}
