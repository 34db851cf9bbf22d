package dev.thoughtscope.layout;

import java.util.Arrays;
import java.util.BitSet;

/// Where the boxes of a tree stand: one column for each depth, tidy from top to bottom.
///
/// Immutable. Boxes of a column keep the order of a walk through the tree, and so do their parents; what is in
/// sight is therefore a range in each column, found by bisection. Boxes that are folded away have no place of their
/// own: they are where the box is that stands for them.
public final class TreeLayout {
    public static final TreeLayout EMPTY = of(new int[0], new double[0], 0);
    private static final int ABSENT = -2;

    private final int[] parent;
    private final int[] seat;
    private final int[] depth;
    private final double[] height;
    private final double[] centre;
    private final int[][] columns;
    private final ChildLists children;

    private TreeLayout(int[] parent, int[] seat, double[] height, double[] centre, int[] depth, ChildLists children) {
        this.parent = parent;
        this.seat = seat;
        this.depth = depth;
        this.height = height;
        this.centre = centre;
        this.columns = columns(children, depth);
        this.children = children;
    }

    /// All boxes, siblings in order of their numbers.
    public static TreeLayout of(int[] parent, double[] height, double gap) {
        return of(parent, height, gap, new BitSet(), null);
    }

    /// @param parent parent of each box, smaller than its own number; -1 for the root, which is box 0
    /// @param height of each box
    /// @param gap smallest distance between boxes of a column
    /// @param hidden boxes that are folded away; the next one above that is not stands for them; never the root
    /// @param weight of each box, the heaviest sibling on top; null for the order of their numbers
    public static TreeLayout of(int[] parent, double[] height, double gap, BitSet hidden, int[] weight) {
        var seat = new int[parent.length];
        var above = new int[parent.length];
        var depth = new int[parent.length];
        var room = new double[parent.length];
        for (int box = 0; box < parent.length; box++) {
            boolean away = hidden.get(box);
            int up = parent[box] < 0 ? -1 : seat[parent[box]];
            seat[box] = away ? up : box;
            above[box] = away ? ABSENT : up;
            depth[box] = up < 0 ? 0 : away ? depth[up] : depth[up] + 1;
            room[box] = height[box] + gap;
        }
        var children = new ChildLists(above, weight);
        var centre = TidyTree.starts(children, depth, room);
        double origin = centre.length == 0 ? 0 : centre[0] + room[0] / 2;
        for (int box = 0; box < centre.length; box++) {
            centre[box] = seat[box] == box ? centre[box] + room[box] / 2 - origin : centre[seat[box]];
        }
        return new TreeLayout(above, seat, height, centre, depth, children);
    }

    private static int[][] columns(ChildLists children, int[] depth) {
        int deepest = Arrays.stream(depth).max().orElse(-1);
        var columns = new int[deepest + 1][];
        if (deepest < 0) {
            return columns;
        }
        columns[0] = new int[] {0};
        for (int column = 1; column <= deepest; column++) {
            int size = 0;
            for (int box : columns[column - 1]) {
                size += children.count(box);
            }
            columns[column] = new int[size];
            int next = 0;
            for (int box : columns[column - 1]) {
                for (int i = 0; i < children.count(box); i++) {
                    columns[column][next++] = children.at(box, i);
                }
            }
        }
        return columns;
    }

    public int size() {
        return parent.length;
    }

    /// Number of columns.
    public int depths() {
        return columns.length;
    }

    /// Boxes of a depth from top to bottom.
    public int columnSize(int column) {
        return columns[column].length;
    }

    public int box(int column, int index) {
        return columns[column][index];
    }

    /// The box from which the edge to this one comes; negative for the root and for boxes folded away.
    public int parent(int box) {
        return parent[box];
    }

    /// The box that is drawn for this one: itself unless it is folded away.
    public int seat(int box) {
        return seat[box];
    }

    public int depth(int box) {
        return depth[box];
    }

    public double height(int box) {
        return height[box];
    }

    public double centre(int box) {
        return centre[box];
    }

    public int childCount(int box) {
        return children.count(box);
    }

    public int child(int box, int index) {
        return children.at(box, index);
    }

    /// The box one up or down in its column, or itself at the end.
    public int neighbour(int box, int step) {
        var column = columns[depth[box]];
        for (int i = 0; i < column.length; i++) {
            if (column[i] == box) {
                return column[Math.clamp((long) i + step, 0, column.length - 1)];
            }
        }
        return box;
    }

    /// First index in a column for which `reached` holds; `reached` never turns false again further down.
    public int search(int column, java.util.function.IntPredicate reached) {
        int low = 0;
        int high = columns[column].length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached.test(columns[column][middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
