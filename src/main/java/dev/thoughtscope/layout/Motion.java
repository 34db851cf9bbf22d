package dev.thoughtscope.layout;

import java.util.function.IntUnaryOperator;

/// Boxes on their way to where a layout wants them: growth is eased, nothing jumps.
///
/// Each box closes the same share of its way in the same time. Where boxes only make room for others, the order
/// within a column therefore holds at every moment, and with it the search for what is in sight; where boxes change
/// places, [#isOrdered] is false until they have arrived.
public final class Motion {
    public static final double COLUMN = 256;
    public static final double WIDTH = 222;
    private static final double SETTLED = 0.05;
    private static final double TIME_CONSTANT = 0.075;

    private TreeLayout layout = TreeLayout.EMPTY;
    private double[] left = {};
    private double[] centre = {};
    private float[] presence = {};
    private double offsetX;
    private double offset;
    private boolean moving;
    private boolean ordered = true;

    /// Takes up a new layout.
    ///
    /// @param origin the box of the layout before that a box was or comes out of, -1 where there is none
    /// @param anchor the box of the new layout that must not move, -1 for none
    public void retarget(TreeLayout next, IntUnaryOperator origin, int anchor) {
        var startX = new double[next.size()];
        var start = new double[next.size()];
        var shown = new float[next.size()];
        int before = centre.length;
        for (int box = 0; box < start.length; box++) {
            int from = origin.applyAsInt(box);
            int parent = next.parent(box);
            if (from >= 0 && from < before) {
                startX[box] = left[from];
                start[box] = centre[from];
                shown[box] = layout.seat(from) == from || next.seat(box) != box ? presence[from] : 0;
            } else {
                startX[box] = next.depth(box) * COLUMN + offsetX;
                start[box] = parent < 0 ? next.centre(box) : start[parent];
            }
        }
        if (anchor >= 0 && anchor < next.size() && before > 0) {
            offset = start[anchor] - next.centre(anchor);
            offsetX = startX[anchor] - next.depth(anchor) * COLUMN;
        }
        layout = next;
        left = startX;
        centre = start;
        presence = shown;
        moving = true;
        ordered = isInOrder();
    }

    private boolean isInOrder() {
        for (int column = 0; column < layout.depths(); column++) {
            double above = -Double.MAX_VALUE;
            double wanted = column * COLUMN + offsetX;
            for (int i = 0; i < layout.columnSize(column); i++) {
                int box = layout.box(column, i);
                if (Math.abs(left[box] - wanted) > SETTLED || centre[box] < above) {
                    return false;
                }
                above = centre[box];
            }
        }
        return true;
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
            double way = target(box) - centre[box];
            double wayX = targetLeft(box) - left[box];
            if (Math.abs(way) > SETTLED || Math.abs(wayX) > SETTLED) {
                still = false;
            }
            centre[box] += way * share;
            left[box] += wayX * share;
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
            centre[box] = target(box);
            left[box] = targetLeft(box);
            presence[box] = 1;
        }
        moving = false;
        ordered = true;
    }

    public boolean isMoving() {
        return moving;
    }

    /// Whether each column is at its place and in order from top to bottom.
    public boolean isOrdered() {
        return ordered;
    }

    public TreeLayout layout() {
        return layout;
    }

    public double left(int box) {
        return left[box];
    }

    /// Where the left edge of the box is going.
    public double targetLeft(int box) {
        return layout.depth(box) * COLUMN + offsetX;
    }

    /// Where the first column is going.
    public double origin() {
        return offsetX;
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
        int column = (int) Math.floor((x - offsetX) / COLUMN);
        if (column < 0 || column >= layout.depths() || x - offsetX - column * COLUMN > WIDTH) {
            return -1;
        }
        if (!ordered) {
            return hitOneByOne(column, y);
        }
        int index = layout.search(column, box -> bottom(box) >= y);
        if (index == layout.columnSize(column)) {
            return -1;
        }
        int box = layout.box(column, index);
        return top(box) <= y ? box : -1;
    }

    private int hitOneByOne(int column, double y) {
        for (int i = 0; i < layout.columnSize(column); i++) {
            int box = layout.box(column, i);
            if (top(box) <= y && bottom(box) >= y) {
                return box;
            }
        }
        return -1;
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
        return Viewport.at(scale, targetLeft(box), target(box), width / 2, height / 2);
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
        return new double[] {offsetX, top, offsetX + Math.max(0, layout.depths() - 1) * COLUMN + WIDTH, bottom};
    }

    /// Bounds of a box and all that hangs on it, where they are going.
    public double[] bounds(int box) {
        double[] all = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        var open = new java.util.ArrayDeque<Integer>();
        open.add(layout.seat(box));
        while (!open.isEmpty()) {
            int next = open.poll();
            all[0] = Math.min(all[0], targetLeft(next));
            all[1] = Math.min(all[1], target(next) - layout.height(next) / 2);
            all[2] = Math.max(all[2], targetLeft(next) + WIDTH);
            all[3] = Math.max(all[3], target(next) + layout.height(next) / 2);
            for (int i = 0; i < layout.childCount(next); i++) {
                open.add(layout.child(next, i));
            }
        }
        return all;
    }
}
