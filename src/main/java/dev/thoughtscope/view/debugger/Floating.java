package dev.thoughtscope.view.debugger;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// One card at a time that floats over the window beside what it belongs to. Escape or a click elsewhere puts it away.
final class Floating {
    private static final double GAP = 8;

    private final Pane layer = new Pane();
    private final Runnable afterwards;
    private Region card;
    private Node owner;
    private Bounds beside;

    /// @param afterwards gives the focus back
    Floating(StackPane root, Runnable afterwards) {
        this.afterwards = afterwards;
        layer.setPickOnBounds(false);
        layer.setManaged(false);
        root.layoutBoundsProperty().subscribe(bounds -> layer.resize(bounds.getWidth(), bounds.getHeight()));
        layer.getStyleClass().add("floating");
        root.getChildren().add(layer);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        layer.widthProperty().subscribe(this::close);
    }

    /// @param place in the scene, what the card belongs to
    /// @param by the control that opens and closes it, null for none
    void show(Region shown, Bounds place, Node by) {
        close();
        card = shown;
        owner = by;
        beside = place;
        card.getStyleClass().add("hand-card");
        layer.getChildren().setAll(card);
        card.applyCss();
        card.autosize();
        put();
        card.heightProperty().subscribe(this::put);
    }

    boolean isShown(Region one) {
        return card == one && one != null;
    }

    boolean isOpen() {
        return card != null;
    }

    void close() {
        if (card != null) {
            card = null;
            owner = null;
            layer.getChildren().clear();
            afterwards.run();
        }
    }

    private void put() {
        if (card == null) {
            return;
        }
        var at = layer.sceneToLocal(beside);
        double right = at.getMaxX() + GAP;
        double left = at.getMinX() - GAP - card.getWidth();
        boolean wide = at.getWidth() > 60 && owner == null;
        double x = !wide ? at.getMinX() : right + card.getWidth() <= layer.getWidth() - GAP ? right : left;
        double y = !wide ? at.getMaxY() + GAP : at.getMinY();
        if (!wide && y + card.getHeight() > layer.getHeight() - GAP && at.getMinY() - GAP > card.getHeight()) {
            y = at.getMinY() - GAP - card.getHeight();
        }
        card.relocate(
                Math.round(Math.clamp(x, GAP, Math.max(GAP, layer.getWidth() - card.getWidth() - GAP))),
                Math.round(Math.clamp(y, GAP, Math.max(GAP, layer.getHeight() - card.getHeight() - GAP))));
    }

    private void pressed(MouseEvent event) {
        if (card != null && !isInside(event.getTarget(), card) && !isInside(event.getTarget(), owner)) {
            close();
        }
    }

    private static boolean isInside(Object target, Node outer) {
        for (var node = target instanceof Node start ? start : null; node != null; node = node.getParent()) {
            if (node == outer) {
                return true;
            }
        }
        return false;
    }

    private void key(KeyEvent event) {
        if (card != null && event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }
}
