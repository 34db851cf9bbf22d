package dev.thoughtscope.view;

import dev.thoughtscope.models.Origin;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.settings.Settings;
import dev.thoughtscope.view.models.ModelsPage;
import dev.thoughtscope.view.models.ModelsView;
import dev.thoughtscope.view.settings.About;
import dev.thoughtscope.view.settings.SettingsPage;
import dev.thoughtscope.view.settings.SettingsView;
import dev.thoughtscope.view.shell.FileDialogs;
import dev.thoughtscope.view.shell.Png;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.view.strip.StripPage;
import dev.thoughtscope.view.strip.StripView;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.FakeRun;
import dev.thoughtscope.viewmodel.FakeRunner;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.log.LogModel;
import dev.thoughtscope.viewmodel.models.FakeFetch;
import dev.thoughtscope.viewmodel.models.FakeHost;
import dev.thoughtscope.viewmodel.models.ModelsModel;
import dev.thoughtscope.viewmodel.sessions.SessionsModel;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import dev.thoughtscope.viewmodel.strip.StripExport;
import dev.thoughtscope.viewmodel.strip.StripModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window with all its pages, as the app puts it together, on models and runs made up for tests.
public final class WholeWindow {
    public final List<Settings> kept = new ArrayList<>();
    public final SettingsModel settings;
    public final WindowModel model;
    public final ModelsModel models;
    public final SessionsModel sessions;
    public final LogModel log = new LogModel();
    public final ShellView shell;
    public final Themes themes;
    private final Stage stage;
    private final AnimationTimer pump;

    private WholeWindow(int width, int height, Settings read) {
        settings = new SettingsModel(read, kept::add);
        themes = new Themes(settings);
        model = new WindowModel(step -> Math.exp(step.logProb()));
        shell = new ShellView(model, themes, FileDialogs.ofSystem());
        var strip = new StripModel(new StripExport((_, _) -> {}));
        shell.add(new StripPage(new StripView(strip)));
        models = new ModelsModel(settings, new FakeHost(FakeHost.model(Origin.OLLAMA, "llama3.2:3b", 3_212_749_888L)), new FakeFetch());
        shell.add(new ModelsPage(new ModelsView(models)));
        var facts = new LinkedHashMap<>(Map.of("version", "0.1.0"));
        shell.add(new SettingsPage(new SettingsView(
                settings, shell.commands(), new About(() -> facts, () -> "Apache-2.0", new LinkedHashMap<>(Map.of("runs", "/home/me/runs"))))));
        sessions = new SessionsModel(Optional.empty(), model.documents());
        shell.add(sessions);
        shell.add(log, () -> facts);
        stage = new Stage();
        stage.setScene(new Scene(shell.root(), width, height));
        stage.show();
        shell.tree().requestFocus();
        pump = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (model.pump(6_000_000)) {
                    shell.tree().changed();
                }
                strip.pump(6_000_000);
                models.pump();
                sessions.pump();
                log.pump();
                shell.frame(now / 1e9);
            }
        };
        pump.start();
    }

    public static WholeWindow open() throws Exception {
        return open(1280, 800, Settings.DEFAULT);
    }

    public static WholeWindow open(int width, int height, Settings read) throws Exception {
        Hand.startToolkit();
        return Hand.fx(() -> new WholeWindow(width, height, read));
    }

    /// A model to ask and a finished run to look at.
    public void fill() throws Exception {
        Hand.does(() -> {
            model.ready(new FakeRunner(0));
            models.ready(FakeHost.inUse(settings.model().get()), false);
            model.show(FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 6, 4, 4, 400, 1, 7, true, false)));
            model.pump(Long.MAX_VALUE / 2);
            shell.settle();
        });
    }

    public void picture(String name) throws Exception {
        Hand.frames(6);
        Png.write(Hand.fx(() -> shell.root().snapshot(null, null)), Path.of("target", "pictures", name + ".png"));
    }

    public void close() throws Exception {
        Hand.does(() -> {
            pump.stop();
            model.stop();
            stage.close();
            shell.tree().close();
        });
    }
}
