package dev.thoughtscope.layout;

/// Which part of the plane is on the screen: `screen = scale * plane + offset`.
public record Viewport(double scale, double x, double y) {
    public static final double MIN_SCALE = 0.004;
    public static final double MAX_SCALE = 3;

    public double screenX(double planeX) {
        return planeX * scale + x;
    }

    public double screenY(double planeY) {
        return planeY * scale + y;
    }

    public double planeX(double screenX) {
        return (screenX - x) / scale;
    }

    public double planeY(double screenY) {
        return (screenY - y) / scale;
    }

    public Viewport panned(double dx, double dy) {
        return new Viewport(scale, x + dx, y + dy);
    }

    /// Scaled by a factor; the point of the plane at this place of the screen stays there.
    public Viewport zoomed(double factor, double screenX, double screenY) {
        double next = Math.clamp(scale * factor, MIN_SCALE, MAX_SCALE);
        return new Viewport(next, screenX - planeX(screenX) * next, screenY - planeY(screenY) * next);
    }

    /// Shows the whole of `bounds` (left, top, right, bottom) in the middle of a screen.
    public static Viewport fit(double[] bounds, double width, double height, double margin, double largest) {
        double boundsWidth = Math.max(1, bounds[2] - bounds[0]);
        double boundsHeight = Math.max(1, bounds[3] - bounds[1]);
        double scale = Math.min((width - 2 * margin) / boundsWidth, (height - 2 * margin) / boundsHeight);
        scale = Math.clamp(scale, MIN_SCALE, largest);
        return new Viewport(
                scale,
                (width - boundsWidth * scale) / 2 - bounds[0] * scale,
                (height - boundsHeight * scale) / 2 - bounds[1] * scale);
    }

    /// A point of the plane at a place of the screen.
    public static Viewport at(double scale, double planeX, double planeY, double screenX, double screenY) {
        return new Viewport(scale, screenX - planeX * scale, screenY - planeY * scale);
    }

    /// Part of the way to another, 0 here to 1 there. One point of the plane stays where it is on the screen all the way.
    public Viewport towards(Viewport other, double share) {
        double next = Math.exp(Math.log(scale) + (Math.log(other.scale) - Math.log(scale)) * share);
        double way = other.scale - scale;
        double part = Math.abs(way) < 1e-9 ? share : (next - scale) / way;
        return new Viewport(next, x + (other.x - x) * part, y + (other.y - y) * part);
    }

    public boolean isNear(Viewport other) {
        return Math.abs(other.scale / scale - 1) < 0.001 && Math.abs(other.x - x) < 0.4 && Math.abs(other.y - y) < 0.4;
    }
}
