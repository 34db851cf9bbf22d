package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Selection;
import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The arithmetic by which a run's search chooses among the children of a node: mean value plus the bonus of the
/// selection that the run was started with.
final class Selections {
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

    /// What the selection adds to a child's value for being little explored; infinite where the child comes first.
    static double bonus(Tree tree, int node, int child) {
        return selection(tree).bonus(tree.visits(node), tree.visits(child) / tree.samples(child), tree.prior(child));
    }

    private static Selection selection(Tree tree) {
        var settings = tree.run().map(RunInfo::settings).orElse(new TreeMap<>());
        try {
            return Selection.named(
                    settings.getOrDefault("selection", "uct"),
                    Double.parseDouble(settings.getOrDefault("exploration", "0")));
        } catch (IllegalArgumentException unknown) {
            return new Selection.Uct(Selection.SQRT_2);
        }
    }
}
