package dev.thoughtscope.view.tree;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// Mouse, trackpad and keys on the tree.
final class TreeInput {
    private static final double WHEEL = 1.0022;
    private static final double KEY_ZOOM = 1.25;
    private static final double CLICK = 4;

    private final TreeCanvas canvas;
    private double pressedX;
    private double pressedY;
    private double lastX;
    private double lastY;
    private boolean dragging;
    private final TreeMoves moves;
    private boolean movesAreCommands;

    TreeInput(TreeCanvas canvas) {
        this.canvas = canvas;
        moves = new TreeMoves(canvas);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> canvas.hover(-1));
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(ZoomEvent.ZOOM, this::zoomed);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void moved(MouseEvent event) {
        canvas.hover(canvas.hit(event.getX(), event.getY()));
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        pressedX = lastX = event.getX();
        pressedY = lastY = event.getY();
        dragging = false;
    }

    private void dragged(MouseEvent event) {
        dragging |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > CLICK;
        if (dragging) {
            canvas.steering().pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        }
    }

    private void released(MouseEvent event) {
        if (dragging || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int box = canvas.hit(event.getX(), event.getY());
        canvas.select(box);
        if (event.getClickCount() == 2 && box >= 0) {
            canvas.toggle(box);
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShiftDown()) {
            canvas.steering().pan(event.getDeltaX() + event.getDeltaY(), 0);
        } else {
            canvas.steering().zoom(Math.pow(WHEEL, event.getDeltaY()), event.getX(), event.getY());
        }
        event.consume();
    }

    private void zoomed(ZoomEvent event) {
        canvas.steering().zoom(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        var move = moves.of(event);
        if (!movesAreCommands) {
            move.ifPresent(one -> one.action().run());
        }
        // an arrow that means nothing here must not carry the focus away
        if (plain && near(event) || move.isPresent()) {
            event.consume();
        }
    }

    private boolean near(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> canvas.steering().zoomBy(KEY_ZOOM);
            case MINUS, SUBTRACT -> canvas.steering().zoomBy(1 / KEY_ZOOM);
            case ENTER -> canvas.steering().show(canvas.selected());
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The ways of moving by key, for whoever makes commands of them: this stops doing them by itself.
    TreeMoves asCommands() {
        movesAreCommands = true;
        return moves;
    }
}
