package dev.thoughtscope.app;

import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.log.LogModel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The desktop app. The window shows at once; the model is loaded meanwhile.
public final class Window extends Application implements Parts.Explorer {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /// JavaFX makes the application itself, so what it begins with waits for it here.
    private static CompletableFuture<Opened> opened;

    /// What is under way before JavaFX is there.
    private record Opened(WindowStart start, ModelDesk desk, LogModel log) {}

    private FxPump pump;
    private ShellView shell;
    private Parts parts;
    private Opened with;

    /// Opens the window and returns when it is closed. While JavaFX starts, the log is opened,
    /// what the window begins with is read, and the model's process is started.
    static void open(Supplier<WindowStart> start) {
        opened = new CompletableFuture<>();
        Thread.ofPlatform().name("opening").daemon().start(() -> {
            try {
                Logs.open();
                opened.complete(begin(start.get()));
            } catch (RuntimeException | Error failed) {
                opened.completeExceptionally(failed);
            }
        });
        launch(Window.class);
    }

    private static Opened begin(WindowStart start) {
        var log = new LogModel();
        Logs.tap(new LogTap(log));
        var desk = ModelDesk.withNotices(notice -> new EngineOpener(notice, runner -> start.saving().apply(runner, notice)));
        desk.begin(start.model());
        return new Opened(start, desk, log);
    }

    @Override
    public void start(Stage stage) {
        with = opened.join();
        var start = with.start();
        parts = Parts.of(start, with.desk(), with.log(), this);
        shell = new ShellView(parts.window(), new Themes(start.settings()));
        Rooms.furnish(shell, parts, start.settings());
        parts.sessions().begin(start.unfinished());
        pump = new FxPump(parts, shell, with.desk(), this::ask);
        pump.start();
        stage.setTitle(Messages.get("window.title"));
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setScene(new Scene(shell.root(), Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())));
        stage.setMinWidth(760);
        stage.setMinHeight(520);
        stage.show();
        shell.tree().requestFocus();
        start.document().ifPresent(parts.window().documents()::open);
        start.onShown().accept(parts.window());
    }

    /// The first question is asked where no run is shown instead. Whoever has turned to another page meanwhile stays there.
    private void ask() {
        with.start().first().ifPresent(first -> parts.window().ask(first.paused()));
    }

    @Override
    public void open(Path run) {
        parts.window().documents().open(run);
    }

    @Override
    public void show(EventLog run) {
        parts.window().show(run);
        shell.pages().show("tree");
    }

    @Override
    public void stop() {
        pump.stop();
        parts.window().stop();
        shell.tree().close();
        with.desk().close();
    }
}
