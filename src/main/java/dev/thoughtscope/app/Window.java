package dev.thoughtscope.app;

import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.view.lessons.LessonsPage;
import dev.thoughtscope.view.lessons.LessonsView;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.view.strip.StripPage;
import dev.thoughtscope.view.strip.StripView;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.lessons.LessonsModel;
import dev.thoughtscope.viewmodel.strip.StripExport;
import dev.thoughtscope.viewmodel.strip.StripModel;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The desktop app. The window shows at once; the model is loaded meanwhile.
public final class Window extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private static final Queue<String> NOTICES = new ConcurrentLinkedQueue<>();
    private static CompletableFuture<Loaded> runner = new CompletableFuture<>();
    private static Consumer<WindowModel> shown = _ -> {};
    private static Optional<RunRequest> request = Optional.empty();

    private FxPump pump;
    private ShellView shell;
    private WindowModel model;

    /// Opens the window and returns when it is closed.
    ///
    /// @param loader loads the model, on a thread of its own, and tells what becomes of its engine; the message of what it throws is shown as a sentence
    /// @param first what to ask as soon as the model is there
    static void open(Function<Consumer<String>, Loaded> loader, Optional<RunRequest> first) {
        open(loader, first, _ -> {});
    }

    /// @param onShown called on the JavaFX thread when the window is there
    static void open(
            Function<Consumer<String>, Loaded> loader, Optional<RunRequest> first, Consumer<WindowModel> onShown) {
        shown = onShown;
        request = first;
        runner = new CompletableFuture<>();
        var loading = runner;
        Thread.ofPlatform().daemon().name("model loader").start(() -> {
            try {
                loading.complete(loader.apply(NOTICES::add));
            } catch (RuntimeException | Error failed) {
                loading.completeExceptionally(failed);
            }
        });
        launch(Window.class);
    }

    @Override
    public void start(Stage stage) {
        model = new WindowModel(Confidence.TOP5::of);
        shell = new ShellView(model, new Themes());
        stage.setTitle(Messages.get("window.title"));
        stage.setScene(new Scene(shell.root(), WIDTH, HEIGHT));
        stage.setMinWidth(760);
        stage.setMinHeight(520);
        request.ifPresent(first -> model.question().take(first));
        var strip = new StripModel(new StripExport(StripPng::write));
        shell.add(new StripPage(new StripView(strip)));
        shell.add(lessons());
        pump = new FxPump(model, strip, shell, runner, NOTICES, () -> request.ifPresent(first -> model.ask(first.paused())));
        pump.start();
        stage.show();
        shell.tree().requestFocus();
        shown.accept(model);
    }

    private LessonsPage lessons() {
        var progress = Logs.folder().resolve("lessons.properties");
        var lessons = new LessonsModel(Confidence.TOP5::of, this::explore, progress, Locale.getDefault().getLanguage());
        return new LessonsPage(new LessonsView(lessons, shell::present));
    }

    private void explore(EventLog run) {
        model.show(run);
        shell.pages().show("tree");
    }

    @Override
    public void stop() {
        pump.stop();
        model.stop();
        shell.tree().close();
    }
}
