package dev.thoughtscope.app;

import dev.thoughtscope.probe.StripPicture;
import dev.thoughtscope.view.shell.Png;
import dev.thoughtscope.view.theme.Fonts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Paints the picture of a strip into a PNG file. Needs `-Dglass.platform=Headless -Dprism.order=sw` where there is
/// no display.
public final class StripPng {
    private static final double SHARPNESS = 2;
    /// A texture holds no more pixels than this in one direction.
    private static final double MOST_PIXELS = 8000;

    private StripPng() {}

    /// Any thread. The JavaFX thread stays alive after it: end with `Platform.exit()`.
    public static void write(StripPicture picture, Path file) throws IOException {
        var painted = new FutureTask<>(() -> paint(picture));
        if (Platform.isFxApplicationThread()) {
            painted.run();
        } else {
            start(painted);
        }
        try {
            Png.write(painted.get(), file);
        } catch (ExecutionException failed) {
            throw new IOException("The picture could not be painted: " + failed.getCause().getMessage(), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Painting the picture was interrupted.", stopped);
        }
    }

    private static void start(Runnable work) {
        try {
            Platform.setImplicitExit(false);
            Platform.startup(work);
        } catch (IllegalStateException alreadyStarted) {
            Platform.runLater(work);
        }
    }

    private static WritableImage paint(StripPicture picture) {
        Fonts.load();
        double scale = Math.min(SHARPNESS, MOST_PIXELS / Math.max(picture.width(), picture.height()));
        var canvas = new Canvas(picture.width() * scale, picture.height() * scale);
        var gc = canvas.getGraphicsContext2D();
        gc.scale(scale, scale);
        gc.setFill(colour(picture.ground()));
        gc.fillRect(0, 0, picture.width(), picture.height());
        for (var rect : picture.rects()) {
            gc.setFill(colour(rect.colour()));
            gc.fillRoundRect(rect.x(), rect.y(), rect.width(), rect.height(), 2 * rect.radius(), 2 * rect.radius());
        }
        picture.letterings().forEach(lettering -> letter(gc, lettering));
        return canvas.snapshot(null, null);
    }

    private static void letter(GraphicsContext gc, StripPicture.Lettering lettering) {
        double size = lettering.size();
        gc.setFont(lettering.typewriter() ? Fonts.mono(size) : lettering.bold() ? Fonts.bold(size) : Fonts.text(size));
        gc.setFill(colour(lettering.colour()));
        gc.setTextBaseline(VPos.BASELINE);
        gc.setTextAlign(
                lettering.place() == 0
                        ? TextAlignment.LEFT
                        : lettering.place() == 1 ? TextAlignment.RIGHT : TextAlignment.CENTER);
        if (lettering.width() > 0) {
            gc.fillText(lettering.text(), lettering.x(), lettering.y(), lettering.width() + 0.5);
        } else {
            gc.fillText(lettering.text(), lettering.x(), lettering.y());
        }
    }

    private static Color colour(int rgb) {
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
