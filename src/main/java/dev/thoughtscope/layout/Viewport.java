package dev.thoughtscope.layout;

/// Which part of the plane is on the screen.
///
/// Down the screen `screen = scale * plane + offset`. Across it the same holds with a scale of its own,
/// [#across()], which is the same near by and shrinks more slowly far away: large trees are much taller than they
/// are deep, and their depth would be lost.
///
/// @param slowness how slowly, from 0, not at all, to 1, as the other scale does
public record Viewport(double scale, double slowness, double x, double y) {
    public static final double MIN_SCALE = 0.0005;
    public static final double MAX_SCALE = 3;
    private static final double STRETCHED_BELOW = 0.3;
    private static final double USUAL_SLOWNESS = 0.33;

    public Viewport(double scale, double x, double y) {
        this(scale, USUAL_SLOWNESS, x, y);
    }

    /// The scale across the screen.
    public double across() {
        return across(scale, slowness);
    }

    private static double across(double scale, double slowness) {
        return scale >= STRETCHED_BELOW ? scale : STRETCHED_BELOW * Math.pow(scale / STRETCHED_BELOW, slowness);
    }

    public double screenX(double planeX) {
        return planeX * across() + x;
    }

    public double screenY(double planeY) {
        return planeY * scale + y;
    }

    public double planeX(double screenX) {
        return (screenX - x) / across();
    }

    public double planeY(double screenY) {
        return (screenY - y) / scale;
    }

    public Viewport panned(double dx, double dy) {
        return new Viewport(scale, slowness, x + dx, y + dy);
    }

    /// Scaled by a factor; the point of the plane at this place of the screen stays there.
    public Viewport zoomed(double factor, double screenX, double screenY) {
        double next = Math.clamp(scale * factor, MIN_SCALE, MAX_SCALE);
        return at(next, slowness, planeX(screenX), planeY(screenY), screenX, screenY);
    }

    /// Shows the whole of `bounds` (left, top, right, bottom) in the middle of a screen.
    public static Viewport fit(double[] bounds, double width, double height, double margin, double largest) {
        double wide = Math.max(1, bounds[2] - bounds[0]);
        double high = Math.max(1, bounds[3] - bounds[1]);
        double byWidth = Math.max(1, width - 2 * margin) / wide;
        double byHeight = Math.max(1, height - 2 * margin) / high;
        double scale = Math.clamp(Math.min(byWidth, byHeight), MIN_SCALE, largest);
        double middleX = (bounds[0] + bounds[2]) / 2;
        double middleY = (bounds[1] + bounds[3]) / 2;
        return at(scale, slowness(scale, byWidth), middleX, middleY, width / 2, height / 2);
    }

    /// The usual slowness, or that at which the scale across is no more than `most`.
    private static double slowness(double scale, double most) {
        if (scale >= STRETCHED_BELOW || across(scale, USUAL_SLOWNESS) <= most) {
            return USUAL_SLOWNESS;
        }
        return Math.log(Math.max(scale, most) / STRETCHED_BELOW) / Math.log(scale / STRETCHED_BELOW);
    }

    /// The same scales, a point of the plane at a place of the screen.
    public Viewport centred(double planeX, double planeY, double screenX, double screenY) {
        return at(scale, slowness, planeX, planeY, screenX, screenY);
    }

    /// A point of the plane at a place of the screen.
    public static Viewport at(double scale, double planeX, double planeY, double screenX, double screenY) {
        return at(scale, USUAL_SLOWNESS, planeX, planeY, screenX, screenY);
    }

    private static Viewport at(
            double scale, double slowness, double planeX, double planeY, double screenX, double screenY) {
        double across = across(scale, slowness);
        return new Viewport(scale, slowness, screenX - planeX * across, screenY - planeY * scale);
    }

    /// Part of the way to another, 0 here to 1 there. One point of the plane stays where it is on the screen all the way.
    public Viewport towards(Viewport other, double share) {
        double next = Math.exp(Math.log(scale) + (Math.log(other.scale) - Math.log(scale)) * share);
        double nextSlowness = slowness + (other.slowness - slowness) * share;
        double partX = part(across(), across(next, nextSlowness), other.across(), share);
        double partY = part(scale, next, other.scale, share);
        return new Viewport(next, nextSlowness, x + (other.x - x) * partX, y + (other.y - y) * partY);
    }

    private static double part(double from, double at, double to, double share) {
        return Math.abs(to - from) < 1e-9 ? share : (at - from) / (to - from);
    }

    public boolean isNear(Viewport other) {
        return Math.abs(other.scale / scale - 1) < 0.001
                && Math.abs(other.across() / across() - 1) < 0.001
                && Math.abs(other.x - x) < 0.4
                && Math.abs(other.y - y) < 0.4;
    }
}
