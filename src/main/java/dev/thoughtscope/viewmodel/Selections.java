package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.List;

/// The arithmetic by which a search chooses among the children of a node: mean value plus a bonus,
/// `c * sqrt(ln N / n)` with c = sqrt 2, N the visits of the node and n those of the child. Source: Kocsis and
/// Szepesvári, "Bandit based Monte-Carlo Planning", 2006.
final class Selections {
    private static final double EXPLORATION = Math.sqrt(2);

    private Selections() {}

    static List<ChoiceRow> of(Tree tree, int node, java.util.function.IntFunction<String> text) {
        var children = tree.children(node);
        double best = -1;
        int next = Tree.NONE;
        boolean pinned = children.stream().anyMatch(child -> tree.isPinned(child) && !tree.isBanned(child));
        for (int child : children) {
            if (tree.isBanned(child) || pinned && !tree.isPinned(child)) {
                continue;
            }
            double sum = tree.value(child) + bonus(tree, node, child);
            if (sum > best) {
                best = sum;
                next = child;
            }
        }
        var rows = new ArrayList<ChoiceRow>();
        for (int child : children) {
            rows.add(new ChoiceRow(
                    child,
                    text.apply(child),
                    tree.visits(child),
                    tree.value(child),
                    bonus(tree, node, child),
                    child == next));
        }
        return rows;
    }

    private static double bonus(Tree tree, int node, int child) {
        int visits = tree.visits(child);
        if (visits == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return EXPLORATION * Math.sqrt(Math.log(Math.max(1, tree.visits(node))) / visits);
    }
}
