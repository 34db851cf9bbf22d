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
    BEST,
    /// To the nearest node above where ways part.
    FORK_BEFORE,
    /// Along the most visited way to the next node where ways part, or to its end.
    FORK_AFTER,
    SIBLING_ABOVE,
    SIBLING_BELOW;

    /// @return the node to go to; the same one where there is none
    int from(TreeModel tree, TreeLayout layout, int node) {
        int seat = layout.seat(node);
        return switch (this) {
            case PARENT -> Math.max(0, layout.parent(seat));
            case CHILD -> child(tree, layout, seat);
            case UP -> layout.neighbour(seat, -1);
            case DOWN -> layout.neighbour(seat, 1);
            case ROOT -> 0;
            case BEST -> tree.bestLine().getLast();
            case FORK_BEFORE -> forkBefore(layout, seat);
            case FORK_AFTER -> forkAfter(tree, layout, seat);
            case SIBLING_ABOVE -> sibling(layout, seat, -1);
            case SIBLING_BELOW -> sibling(layout, seat, 1);
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

    private static int forkBefore(TreeLayout layout, int node) {
        int at = layout.parent(node);
        while (at > 0 && layout.childCount(at) < 2) {
            at = layout.parent(at);
        }
        return Math.max(0, at);
    }

    private static int forkAfter(TreeModel tree, TreeLayout layout, int node) {
        int at = node;
        int next = child(tree, layout, at);
        while (next != at) {
            at = next;
            next = layout.childCount(at) > 1 ? at : child(tree, layout, at);
        }
        return at;
    }

    private static int sibling(TreeLayout layout, int node, int step) {
        int parent = layout.parent(node);
        for (int i = 0; parent >= 0 && i < layout.childCount(parent); i++) {
            if (layout.child(parent, i) == node && i + step >= 0 && i + step < layout.childCount(parent)) {
                return layout.child(parent, i + step);
            }
        }
        return node;
    }
}
