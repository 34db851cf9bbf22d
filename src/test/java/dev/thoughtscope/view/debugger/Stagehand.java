package dev.thoughtscope.view.debugger;

import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.session.Runner;
import dev.thoughtscope.view.Hand;
import dev.thoughtscope.view.shell.Png;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.WindowModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

/// A window on the stage, with hands on its mouse and keys. Its methods are called from the test's thread.
final class Stagehand implements AutoCloseable {
    static final int WIDTH = 1280;
    static final int HEIGHT = 800;

    final WindowModel model;
    final ShellView shell;
    private final Themes themes;
    private final Stage stage;
    private final AnimationTimer pump;

    private Stagehand(Runner runner) {
        model = new WindowModel(Confidence.TOP5::of);
        themes = new Themes();
        themes.choose(false);
        shell = new ShellView(model, themes);
        stage = new Stage();
        stage.setScene(new Scene(shell.root(), WIDTH, HEIGHT));
        stage.show();
        model.ready(runner);
        pump = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (model.pump(6_000_000)) {
                    shell.tree().changed();
                }
                shell.frame(now / 1e9);
            }
        };
        pump.start();
    }

    static Stagehand open(Runner runner) throws Exception {
        Hand.startToolkit();
        return fx(() -> new Stagehand(runner));
    }

    static <T> T fx(Callable<T> work) throws Exception {
        return Hand.fx(work);
    }

    void does(Runnable work) throws Exception {
        fx(() -> {
            work.run();
            return null;
        });
    }

    void until(BooleanSupplier condition) throws Exception {
        Hand.until("something", condition);
    }

    <T extends Node> T find(String id, Class<T> type) {
        return type.cast(shell.root().lookup("#" + id));
    }

    boolean isThere(String id) {
        return shell.root().lookup("#" + id) != null;
    }

    void click(String id) throws Exception {
        Hand.click(shell.root(), "#" + id);
    }

    /// Clicks into the middle of a node of the tree.
    void clickNode(int node, MouseButton button) throws Exception {
        still();
        click(Hand.settled(() -> shell.tree().localToScreen(shell.tree().boundsOf(node))), button);
    }

    void click(Bounds place, MouseButton button) throws Exception {
        Hand.click(new Point2D(place.getCenterX(), place.getCenterY()), button);
    }

    void type(KeyCode... codes) throws Exception {
        Hand.type(codes);
    }

    void type(KeyCode held, KeyCode code) throws Exception {
        Hand.chord(held, code);
    }

    /// Lets all movement come to its end.
    void still() throws Exception {
        does(() -> shell.tree().steering().fit());
        Hand.settled(() -> shell.tree().localToScreen(shell.tree().boundsOf(0)));
    }

    void dark(boolean dark) throws Exception {
        does(() -> themes.choose(dark));
    }

    void picture(String name) throws Exception {
        Thread.sleep(150);
        var image = fx(() -> shell.root().snapshot(null, null));
        save(image, name);
    }

    static void save(javafx.scene.image.Image image, String name) throws IOException {
        Png.write(image, Path.of("target", "pictures", name + ".png"));
    }

    @Override
    public void close() {
        Platform.runLater(() -> {
            pump.stop();
            model.stop();
            stage.close();
            shell.tree().close();
        });
    }
}
