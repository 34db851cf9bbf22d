package dev.thoughtscope.app;

import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.view.shell.Png;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.WindowModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;

/// A picture of the window with a run in it, made without a display.
///
/// Needs `-Dglass.platform=Headless -Dprism.order=sw` where there is none. The JavaFX thread stays alive after it:
/// end with `Platform.exit()`.
public final class WindowSnapshot {
    private WindowSnapshot() {}

    /// @param width of the window in its own units
    /// @param scale pixels of the picture in one unit
    /// @throws IOException if the picture cannot be written
    public static void png(EventLog log, Path file, int width, int height, double scale, boolean dark)
            throws IOException, InterruptedException {
        var picture = new FutureTask<>(() -> picture(log, width, height, scale, dark));
        try {
            Platform.setImplicitExit(false);
            Platform.startup(picture);
        } catch (IllegalStateException alreadyStarted) {
            Platform.runLater(picture);
        }
        try {
            Png.write(picture.get(), file);
        } catch (ExecutionException failed) {
            throw new IOException("The picture of the window could not be made: " + failed.getCause().getMessage(),
                    failed.getCause());
        }
    }

    private static WritableImage picture(EventLog log, int width, int height, double scale, boolean dark) {
        var model = new WindowModel(Confidence.TOP5::of);
        var themes = new Themes();
        themes.choose(dark);
        var shell = new ShellView(model, themes);
        var stage = new Stage();
        stage.setScene(new Scene(shell.root(), width, height));
        stage.show();
        try {
            shell.setDetail(scale);
            model.show(log);
            model.pump(Long.MAX_VALUE / 2);
            model.selectBest();
            shell.settle();
            return snapshot(shell, width, height, scale);
        } finally {
            stage.close();
            shell.tree().close();
        }
    }

    private static WritableImage snapshot(ShellView shell, int width, int height, double scale) {
        var how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        var image = new WritableImage((int) Math.round(width * scale), (int) Math.round(height * scale));
        return shell.root().snapshot(how, image);
    }
}
