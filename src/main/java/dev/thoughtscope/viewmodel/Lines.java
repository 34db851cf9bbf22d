package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// The lines through a tree that stand out.
final class Lines {
    private Lines() {}

    /// From the root always to the most visited child, the better one where visits are equal, as far as there
    /// were visits.
    static List<Integer> byVisits(Tree tree) {
        return line(tree, Comparator.<Integer>comparingInt(tree::visits).thenComparingDouble(tree::value));
    }

    /// From the root to the answer of the highest mean value; the root alone before any.
    ///
    /// @param answered nodes that hold an answer
    static List<Integer> byValue(Tree tree, List<Integer> answered) {
        return answered.stream()
                .filter(node -> tree.visits(node) > 0 && !tree.isOut(node))
                .max(Comparator.comparingDouble(tree::value).thenComparing(Comparator.reverseOrder()))
                .map(tree::path)
                .orElse(tree.size() == 0 ? List.of() : List.of(Tree.ROOT));
    }

    private static List<Integer> line(Tree tree, Comparator<Integer> order) {
        var line = new ArrayList<Integer>();
        int at = tree.size() == 0 ? Tree.NONE : Tree.ROOT;
        while (at != Tree.NONE) {
            line.add(at);
            at = favourite(tree, at, order);
        }
        return line;
    }

    private static int favourite(Tree tree, int node, Comparator<Integer> order) {
        int best = Tree.NONE;
        for (int child = tree.firstChild(node); child != Tree.NONE; child = tree.nextSibling(child)) {
            boolean walked = tree.visits(child) > 0 && !tree.isBanned(child);
            if (walked && (best == Tree.NONE || order.compare(child, best) > 0)) {
                best = child;
            }
        }
        return best;
    }

    static BitSet set(List<Integer> nodes) {
        var set = new BitSet();
        nodes.forEach(set::set);
        return set;
    }
}
