package dev.thoughtscope.app;

import dev.thoughtscope.cli.Snapshots;
import dev.thoughtscope.cli.StripPictures;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.Home;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Puts the parts together; the only place that knows all of them.
final class Wiring {
    private static final int PICTURE_WIDTH = 1280;
    private static final int PICTURE_HEIGHT = 800;

    private Wiring() {}

    /// The window with the model that ships and nothing of the person's own, for measuring.
    static WindowStart plainStart(Consumer<WindowModel> onShown) {
        return new WindowStart(
                new SettingsModel(),
                ModelChoice.SHIPPED,
                Optional.of(sampleRequest()),
                Optional.empty(),
                (runner, _) -> runner,
                Optional.empty(),
                Optional.empty(),
                onShown);
    }

    static RunRequest sampleRequest() {
        return RunRequest.of(Home.find().sampleQuestions().getFirst());
    }

    static Snapshots snapshots() {
        return Wiring::draw;
    }

    static StripPictures stripPictures() {
        return (picture, png) -> {
            drawIntoMemory();
            StripPng.write(picture, png);
        };
    }

    private static void drawIntoMemory() {
        if (!Display.isThere()) {
            Display.useNone();
        }
    }

    private static void draw(EventLog log, Path png) throws IOException {
        drawIntoMemory();
        try {
            var folder = png.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            WindowSnapshot.png(log, png, PICTURE_WIDTH, PICTURE_HEIGHT, 1, false);
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException("The picture was given up.");
        }
    }
}
