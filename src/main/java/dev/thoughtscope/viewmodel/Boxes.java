package dev.thoughtscope.viewmodel;

import dev.thoughtscope.layout.Cards;
import dev.thoughtscope.layout.TreeLayout;
import java.util.BitSet;

/// The boxes to be laid out at one moment: first the nodes, then what is being written. Immutable by convention:
/// made on one thread, laid out on another.
///
/// @param generation of the tree that they were made from
/// @param ghosts branch of each box after the nodes
/// @param branchOf branch that each node was written in, -1 where it begins in the middle of one
/// @param hidden boxes that are folded away
/// @param weight by which siblings are ordered, null for the order in which they came
public record Boxes(
        long generation,
        int nodes,
        int[] parent,
        double[] height,
        int[] ghosts,
        int[] branchOf,
        BitSet hidden,
        int[] weight) {
    public static final Boxes NONE =
            new Boxes(-1, 0, new int[0], new double[0], new int[0], new int[0], new BitSet(), null);

    public TreeLayout layout() {
        return TreeLayout.of(parent, height, Cards.GAP, hidden, weight);
    }

    /// The box of `before` that a box was or came out of, -1 for none.
    public int origin(int box, Boxes before) {
        if (box < nodes) {
            return box < before.nodes ? box : before.ghost(branchOf[box]);
        }
        return before.ghost(ghosts[box - nodes]);
    }

    private int ghost(int branch) {
        for (int i = 0; i < ghosts.length; i++) {
            if (ghosts[i] == branch) {
                return nodes + i;
            }
        }
        return -1;
    }
}
