package dev.thoughtscope.viewmodel;

import dev.thoughtscope.layout.Cards;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.viewmodel.Folding.Folded;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/// Measures a tree's nodes and makes boxes of them. Measures each node once.
final class BoxMaker {
    private final IntFunction<String> text;
    private int[] characters = new int[64];
    private int measured;
    private int[] order = {};
    private int orderedAt = -1;
    private boolean byVisits = true;

    /// @param text a node's text as its card shows it
    BoxMaker(IntFunction<String> text) {
        this.text = text;
    }

    /// Another tree is measured from now on.
    void forget() {
        measured = 0;
    }

    void forgetOrder() {
        order = new int[0];
        orderedAt = -1;
    }

    boolean isByVisits() {
        return byVisits;
    }

    void setByVisits(boolean sort) {
        byVisits = sort;
        forgetOrder();
    }

    /// Takes the order of siblings anew from the visits of a run that has ended. While one goes on, what stands stays
    /// where it is.
    ///
    /// @return whether that may move anything
    boolean reorder(Tree tree) {
        boolean ended = tree.state() == Tree.State.FINISHED || tree.state() == Tree.State.FAILED;
        int at = tree.simulations();
        if (!ended || at == orderedAt) {
            return false;
        }
        orderedAt = at;
        var visits = new int[byVisits ? tree.size() : 0];
        Arrays.setAll(visits, tree::visits);
        boolean changed = !Arrays.equals(order, visits);
        order = visits;
        return changed;
    }

    Boxes make(Tree tree, long generation, List<Integer> writing, Folded folded) {
        measure(tree);
        int nodes = tree.size();
        int count = nodes == 0 ? 0 : nodes + writing.size();
        var parent = new int[count];
        var height = new double[count];
        var branchOf = new int[nodes];
        var hidden = (BitSet) folded.hidden().clone();
        for (int node = 0; node < nodes; node++) {
            var facts = tree.facts(node);
            parent[node] = facts.parent();
            height[node] = Cards.height(lines(tree, node, folded));
            branchOf[node] = node > 0 && facts.span().from() == 0 ? facts.span().branch() : -1;
        }
        for (int box = nodes; box < count; box++) {
            parent[box] = tree.branch(writing.get(box - nodes)).node();
            height[box] = Cards.height(Cards.GHOST_LINES);
            hidden.set(box, hidden.get(parent[box]) && !folded.inChain().get(parent[box]));
        }
        var ghosts = writing.stream().limit(count - nodes).mapToInt(Integer::intValue).toArray();
        return new Boxes(generation, nodes, parent, height, ghosts, branchOf, hidden, weight(count));
    }

    private int[] weight(int count) {
        return order.length == 0 ? null : Arrays.copyOf(order, count);
    }

    private int lines(Tree tree, int node, Folded folded) {
        if (node == Tree.ROOT) {
            return Cards.rootLines(characters[node]);
        }
        int chain = folded.chain(node);
        int all = characters[node];
        if (chain > 1) {
            all = folded.chainOf(tree, node).stream().mapToInt(step -> characters[step] + 3).sum();
        }
        return Cards.lines(all, chain > 1 ? Cards.MAX_CHAIN_LINES : Cards.MAX_LINES);
    }

    private void measure(Tree tree) {
        if (characters.length < tree.size()) {
            characters = Arrays.copyOf(characters, Math.max(tree.size(), characters.length * 2));
        }
        for (; measured < tree.size(); measured++) {
            characters[measured] = characters(tree, measured);
        }
    }

    /// The marks about answers are not shown, so only the text tells how long they are; elsewhere a count of bytes will do.
    private int characters(Tree tree, int node) {
        if (node == Tree.ROOT || tree.isTerminal(node)) {
            return text.apply(node).length();
        }
        int bytes = 0;
        for (var token : tree.tokens(node)) {
            bytes += token.piece().length();
        }
        return bytes;
    }
}
