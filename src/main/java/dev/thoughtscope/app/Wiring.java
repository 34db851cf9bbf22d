package dev.thoughtscope.app;

import dev.thoughtscope.cli.Snapshots;
import dev.thoughtscope.cli.StripPictures;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.host.HostedEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.session.Autosaves;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.Home;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Runner;
import dev.thoughtscope.session.Thinker;
import dev.thoughtscope.viewmodel.strip.StripSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Puts the parts together; the only place that knows all of them.
final class Wiring {
    private static final int PICTURE_WIDTH = 1280;
    private static final int PICTURE_HEIGHT = 800;

    private Wiring() {}

    /// The model that ships, ready to be asked. Takes as long as the model takes to load.
    ///
    /// @param notice told when the engine's process had to be started again
    static Loaded shipped(Consumer<String> notice) {
        return load(Home.find().shippedModel(), notice);
    }

    /// @param saves keeps the runs of the window
    static Loaded load(Path model, Autosaves saves, Consumer<String> notice) {
        var loaded = load(model, notice);
        return new Loaded(saves.around(loaded.runner(), notice), loaded.strip());
    }

    private static Loaded load(Path model, Consumer<String> notice) {
        var options = LlamaOptions.of(model);
        var engine = HostedEngine.open(
                Home.find().packedLibrary().map(options::withLibraryFolder).orElse(options), notice);
        return new Loaded(runner(engine), StripSource.of(engine, Confidence.TOP5::mean));
    }

    private static Runner runner(Engine engine) {
        return new Thinker(
                engine, Dialects.of(engine), Home.find().sampleQuestions(), Home.find().sampleAnswers());
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
