package dev.thoughtscope.layout;

/// Which part of the plane is on the screen.
///
/// Down the screen `screen = scale * plane + offset`. Across it the same holds with a scale of its own, `across`,
/// so that a tree may fill the room it has. Near by the two come together; far away the scale across shrinks more
/// slowly, since large trees are much taller than they are deep and their depth would be lost.
///
/// @param scale down the screen, pixels in a unit of the plane
/// @param across the same across the screen
public record Viewport(double scale, double across, double x, double y) {
    public static final double MIN_SCALE = 0.0005;
    public static final double MAX_SCALE = 3;
    private static final double STRETCHED_BELOW = 0.3;
    /// How slowly the scale across follows far away, from 0, not at all, to 1, as the other does.
    private static final double SLOWNESS = 0.33;
    /// How much narrower or wider than tall things may be drawn near by, so that more of a tree is seen.
    private static final double NARROWEST = 0.56;
    private static final double WIDEST = 1.45;
    private static final double FAR_WIDEST = 4;

    public Viewport(double scale, double x, double y) {
        this(scale, usualAcross(scale), x, y);
    }

    private static double usualAcross(double scale) {
        return scale >= STRETCHED_BELOW ? scale : STRETCHED_BELOW * Math.pow(scale / STRETCHED_BELOW, SLOWNESS);
    }

    public double screenX(double planeX) {
        return planeX * across + x;
    }

    public double screenY(double planeY) {
        return planeY * scale + y;
    }

    public double planeX(double screenX) {
        return (screenX - x) / across;
    }

    public double planeY(double screenY) {
        return (screenY - y) / scale;
    }

    public Viewport panned(double dx, double dy) {
        return new Viewport(scale, across, x + dx, y + dy);
    }

    /// Scaled by a factor; the point of the plane at this place of the screen stays there.
    public Viewport zoomed(double factor, double screenX, double screenY) {
        double next = Math.clamp(scale * factor, MIN_SCALE, MAX_SCALE);
        return at(next, acrossAt(next), planeX(screenX), planeY(screenY), screenX, screenY);
    }

    /// The scale across at another scale: nearer the ratio of both eases to 1, far away it grows.
    private double acrossAt(double next) {
        double ratio = Math.log(across / scale);
        double nearer = (1 - SLOWNESS) * Math.log(next / scale);
        if (nearer > 0) {
            ratio = Math.signum(ratio) * Math.max(0, Math.abs(ratio) - nearer);
        } else {
            double far = (1 - SLOWNESS) * Math.log(next / Math.max(next, Math.min(scale, STRETCHED_BELOW)));
            ratio -= far;
        }
        return next * Math.exp(ratio);
    }

    /// Shows the whole of `bounds` (left, top, right, bottom) in the middle of a screen, as large as fits.
    ///
    /// @param largest scale
    public static Viewport fit(double[] bounds, double width, double height, double margin, double largest) {
        double wide = Math.max(1, bounds[2] - bounds[0]);
        double high = Math.max(1, bounds[3] - bounds[1]);
        double byWidth = Math.max(1, width - 2 * margin) / wide;
        double byHeight = Math.max(1, height - 2 * margin) / high;
        double scale = Math.clamp(Math.min(byWidth / NARROWEST, byHeight), MIN_SCALE, largest);
        double far = Math.max(usualAcross(scale), Math.min(scale * FAR_WIDEST, STRETCHED_BELOW));
        double most = Math.max(Math.min(scale * WIDEST, Math.max(scale, 1)), far);
        double across = Math.clamp(byWidth, MIN_SCALE, Math.min(largest, most));
        double middleX = (bounds[0] + bounds[2]) / 2;
        double middleY = (bounds[1] + bounds[3]) / 2;
        return at(scale, across, middleX, middleY, width / 2, height / 2);
    }

    /// The same scales, a point of the plane at a place of the screen.
    public Viewport centred(double planeX, double planeY, double screenX, double screenY) {
        return at(scale, across, planeX, planeY, screenX, screenY);
    }

    /// A point of the plane at a place of the screen.
    public static Viewport at(double scale, double planeX, double planeY, double screenX, double screenY) {
        return at(scale, usualAcross(scale), planeX, planeY, screenX, screenY);
    }

    private static Viewport at(
            double scale, double across, double planeX, double planeY, double screenX, double screenY) {
        return new Viewport(scale, across, screenX - planeX * across, screenY - planeY * scale);
    }

    /// Part of the way to another, 0 here to 1 there. One point of the plane stays where it is on the screen all the way.
    public Viewport towards(Viewport other, double share) {
        double next = between(scale, other.scale, share);
        double nextAcross = between(across, other.across, share);
        double partX = part(across, nextAcross, other.across, share);
        double partY = part(scale, next, other.scale, share);
        return new Viewport(next, nextAcross, x + (other.x - x) * partX, y + (other.y - y) * partY);
    }

    private static double between(double from, double to, double share) {
        return Math.exp(Math.log(from) + (Math.log(to) - Math.log(from)) * share);
    }

    private static double part(double from, double at, double to, double share) {
        return Math.abs(to - from) < 1e-9 ? share : (at - from) / (to - from);
    }

    public boolean isNear(Viewport other) {
        return Math.abs(other.scale / scale - 1) < 0.001
                && Math.abs(other.across / across - 1) < 0.001
                && Math.abs(other.x - x) < 0.4
                && Math.abs(other.y - y) < 0.4;
    }
}
