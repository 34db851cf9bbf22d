package dev.thoughtscope.view;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/// A hand on mouse and keys that first waits until what it wants is really there: in the scene, visible, enabled,
/// laid out and at rest. Its methods are called from the test's thread.
public final class Hand {
    private static final long PATIENCE_SECONDS = 40;
    private static final double NEAR = 0.5;

    private Hand() {}

    /// Starts the toolkit; one serves all tests.
    public static void startToolkit() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyStarted) {
            // another test has started it
        }
        Platform.setImplicitExit(false);
    }

    public static <T> T fx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public static void does(Runnable work) throws Exception {
        fx(() -> {
            work.run();
            return null;
        });
    }

    public static void until(BooleanSupplier condition) throws Exception {
        until("it", condition);
    }

    /// @param what is waited for, in the message if it never comes
    public static void until(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!fx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " never came to be");
            }
            Thread.sleep(10);
        }
    }

    /// Waits for so many frames to be drawn, so that style and layout are done.
    public static void frames(int count) throws Exception {
        int[] left = {count};
        var timer = fx(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                left[0]--;
                Platform.requestNextPulse();
            }
        });
        does(timer::start);
        until("a frame", () -> left[0] <= 0);
        does(timer::stop);
    }

    /// The node that fits, once it can be clicked and stays where it is.
    public static Node ready(Parent root, String selector) throws Exception {
        until(selector, () -> isUsable(root.lookup(selector)));
        var node = fx(() -> root.lookup(selector));
        settled(() -> node.localToScreen(node.getBoundsInLocal()));
        return node;
    }

    private static boolean isUsable(Node node) {
        boolean there = node != null && node.getScene() != null && node.getScene().getWindow() != null;
        return there && isShown(node) && !node.isDisabled() && node.getLayoutBounds().getWidth() > 0;
    }

    private static boolean isShown(Node node) {
        for (var one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// A place in the screen that does not move any more.
    public static Bounds settled(Callable<Bounds> place) throws Exception {
        Bounds last = null;
        for (int still = 0; still < 2; ) {
            frames(2);
            var now = fx(place);
            still = last != null && now != null && isNear(last, now) ? still + 1 : 0;
            last = now;
        }
        return last;
    }

    private static boolean isNear(Bounds one, Bounds other) {
        return Math.abs(one.getMinX() - other.getMinX()) < NEAR
                && Math.abs(one.getMinY() - other.getMinY()) < NEAR
                && Math.abs(one.getWidth() - other.getWidth()) < NEAR
                && Math.abs(one.getHeight() - other.getHeight()) < NEAR;
    }

    /// Clicks into the middle of a node.
    public static void click(Parent root, String selector) throws Exception {
        var node = ready(root, selector);
        var place = fx(() -> node.localToScreen(node.getBoundsInLocal()));
        click(new Point2D(place.getCenterX(), place.getCenterY()), MouseButton.PRIMARY);
    }

    public static void click(Point2D place, MouseButton button) throws Exception {
        does(() -> {
            var robot = new Robot();
            robot.mouseMove(place);
            robot.mouseClick(button);
        });
        frames(1);
    }

    public static void moveTo(Point2D place) throws Exception {
        does(() -> new Robot().mouseMove(place));
    }

    public static void type(KeyCode... codes) throws Exception {
        for (var code : codes) {
            does(() -> new Robot().keyType(code));
        }
        frames(1);
    }

    /// Types a key while others are held.
    public static void chord(KeyCode held, KeyCode code) throws Exception {
        does(() -> {
            var robot = new Robot();
            robot.keyPress(held);
            robot.keyType(code);
            robot.keyRelease(held);
        });
        frames(1);
    }
}
