package dev.thoughtscope.layout;

import java.util.function.IntUnaryOperator;

/// Boxes on their way to where a layout wants them: growth is eased, nothing jumps.
///
/// Each box closes the same share of its way in the same time. The order within a column therefore holds at
/// every moment, and with it the search for what is in sight.
public final class Motion {
    public static final double COLUMN = 256;
    public static final double WIDTH = 212;
    private static final double SETTLED = 0.05;
    private static final double TIME_CONSTANT = 0.075;

    private TreeLayout layout = TreeLayout.EMPTY;
    private double[] centre = {};
    private float[] presence = {};
    private double offset;
    private boolean moving;

    /// Takes up a new layout.
    ///
    /// @param origin the box of the layout before that a box was or comes out of, -1 where there is none
    /// @param anchor the box of the new layout that must not move, -1 for none
    public void retarget(TreeLayout next, IntUnaryOperator origin, int anchor) {
        var start = new double[next.size()];
        var shown = new float[next.size()];
        int before = centre.length;
        for (int box = 0; box < start.length; box++) {
            int from = origin.applyAsInt(box);
            if (from >= 0 && from < before) {
                start[box] = centre[from];
                shown[box] = presence[from];
            } else {
                int parent = next.parent(box);
                start[box] = parent < 0 ? next.centre(box) : start[parent];
            }
        }
        if (anchor >= 0 && anchor < next.size() && before > 0) {
            offset = start[anchor] - next.centre(anchor);
        }
        layout = next;
        centre = start;
        presence = shown;
        moving = true;
    }

    /// Moves on by a time in seconds.
    ///
    /// @return whether anything moved
    public boolean advance(double seconds) {
        if (!moving) {
            return false;
        }
        double share = 1 - Math.exp(-seconds / TIME_CONSTANT);
        boolean still = true;
        for (int box = 0; box < centre.length; box++) {
            double way = layout.centre(box) + offset - centre[box];
            if (Math.abs(way) > SETTLED) {
                still = false;
            }
            centre[box] += way * share;
            if (presence[box] < 1) {
                presence[box] = Math.min(1, presence[box] + (float) (seconds * 5));
                still = false;
            }
        }
        moving = !still;
        if (still) {
            settle();
        }
        return true;
    }

    /// Ends all movement.
    public void settle() {
        for (int box = 0; box < centre.length; box++) {
            centre[box] = layout.centre(box) + offset;
            presence[box] = 1;
        }
        moving = false;
    }

    public boolean isMoving() {
        return moving;
    }

    public TreeLayout layout() {
        return layout;
    }

    public double left(int box) {
        return layout.depth(box) * COLUMN;
    }

    public double centre(int box) {
        return centre[box];
    }

    /// Where the box is going.
    public double target(int box) {
        return layout.centre(box) + offset;
    }

    public double top(int box) {
        return centre[box] - layout.height(box) / 2;
    }

    public double bottom(int box) {
        return centre[box] + layout.height(box) / 2;
    }

    /// 0 for a box that has just come, 1 for one that is wholly there.
    public double presence(int box) {
        return presence[box];
    }

    /// The box at a point, or -1.
    public int hit(double x, double y) {
        int column = (int) Math.floor(x / COLUMN);
        if (column < 0 || column >= layout.depths() || x - column * COLUMN > WIDTH) {
            return -1;
        }
        int index = layout.search(column, box -> bottom(box) >= y);
        if (index == layout.columnSize(column)) {
            return -1;
        }
        int box = layout.box(column, index);
        return top(box) <= y ? box : -1;
    }

    /// A view with the middle of the fullest column in the middle.
    public Viewport middle(double scale, double width, double height) {
        int fullest = 0;
        for (int column = 1; column < layout.depths(); column++) {
            if (layout.columnSize(column) > layout.columnSize(fullest)) {
                fullest = column;
            }
        }
        int box = layout.box(fullest, layout.columnSize(fullest) / 2);
        return Viewport.at(scale, left(box), target(box), width / 2, height / 2);
    }

    /// Bounds of all boxes where they are going: left, top, right, bottom.
    public double[] bounds() {
        double top = 0;
        double bottom = 0;
        for (int column = 0; column < layout.depths(); column++) {
            int first = layout.box(column, 0);
            int last = layout.box(column, layout.columnSize(column) - 1);
            top = Math.min(column == 0 ? Double.MAX_VALUE : top, target(first) - layout.height(first) / 2);
            bottom = Math.max(column == 0 ? -Double.MAX_VALUE : bottom, target(last) + layout.height(last) / 2);
        }
        return new double[] {0, top, Math.max(0, layout.depths() - 1) * COLUMN + WIDTH, bottom};
    }
}
