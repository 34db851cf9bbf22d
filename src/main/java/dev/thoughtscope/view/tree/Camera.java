package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.Motion;
import dev.thoughtscope.layout.Viewport;
import java.util.Collection;

/// Where one looks from: led by hand, or gliding to where it was sent.
final class Camera {
    private static final double MARGIN = 22;
    /// Room below for what floats over the tree.
    private static final double FOOT = 44;
    /// Room above.
    private static final double HEAD = 44;
    private static final double LARGEST_FIT = 1.4;
    /// Cards of a whole tree that is followed are no smaller than this.
    private static final double LEAST_DOWN = 0.36;
    private static final double LEAST_ACROSS = 0.36;
    /// Where the whole does not fit, one looks from here.
    private static final double READABLE = 0.72;
    private static final double READABLE_ENOUGH = 0.62;
    private static final double GLIDE_SECONDS = 0.16;
    private static final double CALM_SECONDS = 0.42;

    private Viewport view = new Viewport(1, 60, 300);
    private Viewport goal = view;
    private double width = 1;
    private double height = 1;
    private double seconds = GLIDE_SECONDS;

    Viewport view() {
        return view;
    }

    void resize(double newWidth, double newHeight) {
        double dx = (newWidth - width) / 2;
        double dy = (newHeight - height) / 2;
        if (width > 1) {
            view = view.panned(dx, dy);
            goal = goal.panned(dx, dy);
        }
        width = newWidth;
        height = newHeight;
    }

    void pan(double dx, double dy) {
        jump(view.panned(dx, dy));
    }

    void zoom(double factor, double x, double y) {
        jump(view.zoomed(factor, x, y));
    }

    void glideZoom(double factor) {
        glide(goal.zoomed(factor, width / 2, height / 2));
    }

    void glidePan(double dx, double dy) {
        glide(goal.panned(dx, dy));
    }

    void jump(Viewport next) {
        view = next;
        goal = next;
    }

    void glide(Viewport next) {
        goal = next;
        seconds = GLIDE_SECONDS;
    }

    void arrive() {
        view = goal;
    }

    void fit(Motion motion) {
        glide(whole(motion));
    }

    private Viewport whole(Motion motion) {
        return inRoom(motion.bounds(), LARGEST_FIT);
    }

    private Viewport inRoom(double[] bounds, double largest) {
        return Viewport.fit(bounds, width, height - HEAD - FOOT, MARGIN, largest).panned(0, HEAD);
    }

    /// As near as a box and all that hangs on it may be.
    void fit(Motion motion, int box) {
        glide(inRoom(motion.bounds(box), LARGEST_FIT));
        seconds = CALM_SECONDS / 2;
    }

    /// The whole tree if its cards can be read then, else these boxes as large as they fit.
    void frame(Motion motion, Collection<Integer> boxes) {
        var whole = whole(motion);
        glide(boxes.isEmpty() || whole.scale() >= READABLE_ENOUGH ? whole : around(motion, boxes));
        seconds = CALM_SECONDS;
    }

    private Viewport around(Motion motion, Collection<Integer> boxes) {
        double[] bounds = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int box : boxes) {
            double half = motion.layout().height(box) / 2;
            bounds[0] = Math.min(bounds[0], motion.left(box));
            bounds[1] = Math.min(bounds[1], motion.target(box) - half);
            bounds[2] = Math.max(bounds[2], motion.left(box) + Motion.WIDTH);
            bounds[3] = Math.max(bounds[3], motion.target(box) + half);
        }
        return Viewport.fit(bounds, width, height - HEAD - FOOT, MARGIN, 1).panned(0, HEAD);
    }

    /// The whole tree, without haste.
    void overview(Motion motion) {
        fit(motion);
        seconds = CALM_SECONDS;
    }

    /// Brings a box near the middle, large enough to read.
    void show(Motion motion, int box) {
        double scale = Math.max(goal.scale(), 0.9);
        glide(Viewport.at(scale, motion.targetLeft(box) + Motion.WIDTH / 2, motion.target(box), width / 2, height / 2));
    }

    /// Moves just so far that a box is in sight.
    void reveal(Motion motion, int box) {
        double left = goal.screenX(motion.targetLeft(box));
        double top = goal.screenY(motion.target(box) - motion.layout().height(box) / 2);
        double right = left + Motion.WIDTH * goal.across();
        double bottom = top + motion.layout().height(box) * goal.scale();
        double dx = left < MARGIN ? MARGIN - left : right > width - MARGIN ? width - MARGIN - right : 0;
        double dy = top < HEAD + MARGIN ? HEAD + MARGIN - top : bottom > height - FOOT - MARGIN ? height - FOOT - MARGIN - bottom : 0;
        if (dx != 0 || dy != 0) {
            glide(goal.panned(dx, dy));
        }
    }

    /// Keeps the whole tree in sight as long as it can be read, then the box of interest.
    ///
    /// @param box where the search is at work, -1 for nowhere
    void follow(Motion motion, int box) {
        var whole = whole(motion);
        if (whole.scale() >= LEAST_DOWN && whole.across() >= LEAST_ACROSS) {
            goal = whole;
        } else if (box >= 0) {
            var next = within(motion.bounds(), Viewport.at(
                    READABLE, motion.targetLeft(box), motion.target(box), width * 0.5, (height - FOOT) / 2));
            if (goal.scale() != next.scale() || goal.across() != next.across() || strays(next)) {
                goal = next;
            }
        }
        seconds = CALM_SECONDS;
    }

    /// The nearest view that shows no more emptiness about the tree than it must.
    private Viewport within(double[] bounds, Viewport view) {
        double x = within(view.x(), bounds[0] * view.across(), bounds[2] * view.across(), width);
        double y = HEAD
                + within(view.y() - HEAD, bounds[1] * view.scale(), bounds[3] * view.scale(), height - HEAD - FOOT);
        return new Viewport(view.scale(), view.across(), x, y);
    }

    private static double within(double offset, double from, double to, double room) {
        if (to - from <= room - 2 * MARGIN) {
            return (room - from - to) / 2;
        }
        return Math.clamp(offset, room - MARGIN - to, MARGIN - from);
    }

    /// Whether what `next` has in its middle is far from the middle of the goal.
    private boolean strays(Viewport next) {
        return Math.abs(next.x() - goal.x()) > width * 0.2 || Math.abs(next.y() - goal.y()) > height * 0.17;
    }

    /// Moves on by a time in seconds.
    ///
    /// @return whether the view changed
    boolean advance(double time) {
        if (view.equals(goal)) {
            return false;
        }
        view = view.isNear(goal) ? goal : view.towards(goal, 1 - Math.exp(-time / seconds));
        return true;
    }
}
