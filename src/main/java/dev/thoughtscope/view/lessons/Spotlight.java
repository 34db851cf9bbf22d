package dev.thoughtscope.view.lessons;

import dev.thoughtscope.view.theme.Look;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Path;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/// Points at things: rings them, sets an arrow at each, and darkens all around them, unless they are small tokens, whose
/// colours must be seen beside the others.
final class Spotlight extends Pane {
    private static final double ROOM = 5;
    private static final double ARROW = 9;
    private static final double WIDE = 60;
    private static final double SWING = 3;
    private static final double BEATS = 2.6;

    private List<Bounds> shown = List.of();
    private Look look;
    private double born;

    Spotlight() {
        setMouseTransparent(true);
        setManaged(false);
        getStyleClass().add("spotlight");
    }

    void setLook(Look newLook) {
        look = newLook;
        shown = List.of();
        getChildren().clear();
    }

    /// @param places what to point at, in the scene's coordinates
    /// @param seconds the time of the frame
    void frame(List<Bounds> places, double seconds) {
        var local = places.stream().map(this::sceneToLocal).filter(this::isInSight).toList();
        if (!same(local, shown)) {
            if (local.size() != shown.size()) {
                born = seconds;
            }
            shown = local;
            draw();
        }
        boolean calm = Platform.getPreferences().isReducedMotion();
        double swing = calm ? 0 : SWING * Math.sin((seconds - born) * BEATS);
        for (var child : getChildren()) {
            if (child instanceof Polygon) {
                boolean wide = Boolean.TRUE.equals(child.getUserData());
                child.setTranslateX(wide ? swing : 0);
                child.setTranslateY(wide ? 0 : swing);
            }
        }
    }

    private boolean isInSight(Bounds bounds) {
        return bounds.getMaxX() > 0 && bounds.getMaxY() > 0 && bounds.getMinX() < getWidth() && bounds.getMinY() < getHeight()
                && bounds.getWidth() > 0;
    }

    private static boolean same(List<Bounds> one, List<Bounds> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            var a = one.get(i);
            var b = other.get(i);
            if (Math.abs(a.getMinX() - b.getMinX()) + Math.abs(a.getMinY() - b.getMinY())
                    + Math.abs(a.getWidth() - b.getWidth()) + Math.abs(a.getHeight() - b.getHeight()) > 0.5) {
                return false;
            }
        }
        return true;
    }

    private void draw() {
        getChildren().clear();
        if (shown.isEmpty()) {
            return;
        }
        if (shown.stream().anyMatch(bounds -> bounds.getWidth() > WIDE)) {
            getChildren().add(shade());
        }
        for (var bounds : shown) {
            var ring = new Rectangle(
                    bounds.getMinX() - ROOM, bounds.getMinY() - ROOM, bounds.getWidth() + 2 * ROOM, bounds.getHeight() + 2 * ROOM);
            ring.setArcWidth(16);
            ring.setArcHeight(16);
            ring.setFill(Color.TRANSPARENT);
            ring.setStroke(look.accent());
            ring.setStrokeWidth(3);
            getChildren().addAll(ring, arrow(bounds));
        }
    }

    /// From the left at what is wide, for such things stand above one another; else from above.
    private Polygon arrow(Bounds bounds) {
        boolean wide = bounds.getWidth() > WIDE;
        double x = wide ? bounds.getMinX() - ROOM - 5 : bounds.getCenterX();
        double y = wide ? bounds.getCenterY() : bounds.getMinY() - ROOM - 5;
        var arrow = wide
                ? new Polygon(x - ARROW * 1.5, y - ARROW, x - ARROW * 1.5, y + ARROW, x, y)
                : new Polygon(x - ARROW, y - ARROW * 1.5, x + ARROW, y - ARROW * 1.5, x, y);
        arrow.setUserData(wide);
        arrow.setFill(look.accent());
        return arrow;
    }

    private Path shade() {
        var path = new Path();
        path.setFillRule(FillRule.EVEN_ODD);
        path.setStroke(null);
        path.setFill(look.dark() ? Color.rgb(0, 0, 0, 0.42) : Color.rgb(27, 31, 36, 0.16));
        rectangle(path, 0, 0, getWidth(), getHeight());
        for (var bounds : shown) {
            rectangle(path, bounds.getMinX() - ROOM, bounds.getMinY() - ROOM, bounds.getMaxX() + ROOM, bounds.getMaxY() + ROOM);
        }
        return path;
    }

    private static void rectangle(Path path, double left, double top, double right, double bottom) {
        path.getElements().addAll(
                new MoveTo(left, top), new LineTo(right, top), new LineTo(right, bottom), new LineTo(left, bottom), new ClosePath());
    }
}
