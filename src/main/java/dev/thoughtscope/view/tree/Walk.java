package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.TreeLayout;
import dev.thoughtscope.viewmodel.TreeModel;

/// A step from one node to the next by a key.
enum Walk {
    PARENT,
    CHILD,
    UP,
    DOWN,
    ROOT,
    /// To the end of the best line.
    BEST;

    int from(TreeModel tree, TreeLayout layout, int node) {
        return switch (this) {
            case PARENT -> Math.max(0, layout.parent(layout.seat(node)));
            case CHILD -> child(tree, layout, layout.seat(node));
            case UP -> layout.neighbour(layout.seat(node), -1);
            case DOWN -> layout.neighbour(layout.seat(node), 1);
            case ROOT -> 0;
            case BEST -> tree.bestLine().getLast();
        };
    }

    private static int child(TreeModel tree, TreeLayout layout, int node) {
        int best = node;
        for (int i = 0; i < layout.childCount(node); i++) {
            int child = layout.child(node, i);
            if (tree.isNode(child) && (best == node || tree.visits(child) > tree.visits(best))) {
                best = child;
            }
        }
        return best;
    }
}
