package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The lines through a tree that stand out.
final class Lines {
    private Lines() {}

    /// From the root always to the most visited child, the better one where visits are equal, as far as there
    /// were visits.
    static List<Integer> byVisits(Tree tree) {
        var line = new ArrayList<Integer>();
        int at = tree.size() == 0 ? Tree.NONE : Tree.ROOT;
        while (at != Tree.NONE) {
            line.add(at);
            at = favourite(tree, at);
        }
        return line;
    }

    private static int favourite(Tree tree, int node) {
        int best = Tree.NONE;
        for (int child = tree.firstChild(node); child != Tree.NONE; child = tree.nextSibling(child)) {
            int visits = tree.visits(child);
            if (visits > 0 && !tree.isBanned(child) && (best == Tree.NONE || visits > tree.visits(best)
                    || visits == tree.visits(best) && tree.value(child) > tree.value(best))) {
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
