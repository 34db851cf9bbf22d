package dev.thoughtscope.app;

import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.Home;
import dev.thoughtscope.session.RunFiles;
import dev.thoughtscope.view.compare.ComparePage;
import dev.thoughtscope.view.compare.CompareView;
import dev.thoughtscope.view.lessons.LessonsPage;
import dev.thoughtscope.view.lessons.LessonsView;
import dev.thoughtscope.view.models.ModelsPage;
import dev.thoughtscope.view.models.ModelsView;
import dev.thoughtscope.view.settings.SettingsPage;
import dev.thoughtscope.view.settings.SettingsView;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.view.strip.NodeStrip;
import dev.thoughtscope.view.strip.StripPage;
import dev.thoughtscope.view.strip.StripView;
import dev.thoughtscope.view.study.StudyPage;
import dev.thoughtscope.view.study.StudyView;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.TreeStrip;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.compare.CompareModel;
import dev.thoughtscope.viewmodel.lessons.LessonsModel;
import dev.thoughtscope.viewmodel.log.LogModel;
import dev.thoughtscope.viewmodel.models.ModelsModel;
import dev.thoughtscope.viewmodel.sessions.SessionsModel;
import dev.thoughtscope.viewmodel.strip.StripExport;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.strip.StripSamples;
import dev.thoughtscope.viewmodel.study.StudyModel;
import dev.thoughtscope.viewmodel.study.StudyShelf;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The desktop app. The window shows at once; the model is loaded meanwhile.
public final class Window extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private static final Queue<String> NOTICES = new ConcurrentLinkedQueue<>();
    private static final LogModel LOG = new LogModel();
    private static WindowStart start = Wiring.plainStart(_ -> {});
    private static ModelDesk desk;

    private FxPump pump;
    private ShellView shell;
    private WindowModel model;

    /// Opens the window and returns when it is closed. The model is loaded on a thread of its own as soon as the window
    /// is there: the two together would keep the person waiting for the sight of it.
    static void open(WindowStart with) {
        start = with;
        Logs.tap(new LogTap(LOG));
        desk = new ModelDesk(new EngineOpener(NOTICES::add, runner -> with.saving().apply(runner, NOTICES::add)));
        launch(Window.class);
    }

    @Override
    public void start(Stage stage) {
        model = new WindowModel(Confidence.TOP5::of);
        shell = new ShellView(model, new Themes(start.settings()));
        stage.setTitle(Messages.get("window.title"));
        stage.setScene(new Scene(shell.root(), WIDTH, HEIGHT));
        stage.setMinWidth(760);
        stage.setMinHeight(520);
        start.first().ifPresent(first -> model.question().take(first));
        var strip = new StripModel(new StripExport(StripPng::write));
        strip.offer(StripSamples.of(Home.find().models().resolve("heldout/strip.jsonl")));
        var treeStrip = new TreeStrip(model);
        shell.add(new StripPage(() -> stripView(strip, treeStrip)));
        shell.add(new NodeStrip(strip, treeStrip, () -> shell.pages().show("strip")));
        var sessions = new SessionsModel(start.runs(), model.documents());
        var compare = new CompareModel(Confidence.TOP5::of, model::log, () -> model.question().request(false));
        shell.add(new ComparePage(() -> new CompareView(compare, sessions)));
        var studies = new StudyModel(
                new StudyShelf(Home.find().models(), RunFiles.ofPerson().folder().resolveSibling("studies")), this::exploreFile);
        shell.add(new StudyPage(() -> new StudyView(studies)));
        shell.add(lessons());
        var models = new ModelsModel(start.settings(), new ModelServices(desk), new FetchServices(start::offline));
        shell.add(new ModelsPage(() -> new ModelsView(models)));
        shell.add(new SettingsPage(() -> new SettingsView(start.settings(), shell.commands(), Machine.about(models))));
        shell.setOnModelFile(models::useFile);
        shell.add(sessions);
        shell.add(LOG, () -> Machine.facts(models));
        sessions.begin(start.unfinished());
        pump = new FxPump(model, strip, compare, studies, models, sessions, LOG, shell, desk, NOTICES, this::begin);
        pump.start();
        stage.show();
        shell.tree().requestFocus();
        start.document().ifPresent(model.documents()::open);
        start.onShown().accept(model);
        new AfterFirstFrame(() -> desk.begin(start.model())).start();
    }

    /// The first question is asked where no run is shown instead. Whoever has turned to another page meanwhile stays there.
    private void begin() {
        var page = shell.pages().current();
        start.first().ifPresent(first -> model.ask(first.paused()));
        page.ifPresent(shown -> shell.pages().show(shown.id()));
    }

    private LessonsPage lessons() {
        var progress = Logs.folder().resolve("lessons.properties");
        var lessons = new LessonsModel(Confidence.TOP5::of, this::explore, progress, Locale.getDefault().getLanguage());
        return new LessonsPage(() -> new LessonsView(lessons, shell::present));
    }

    private StripView stripView(StripModel strip, TreeStrip tree) {
        var view = new StripView(strip);
        view.setTree(tree::text, branch -> {
            tree.add(branch);
            shell.pages().show("tree");
        });
        return view;
    }

    private void exploreFile(Path run) {
        model.documents().open(run);
        shell.pages().show("tree");
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
        desk.close();
    }
}
