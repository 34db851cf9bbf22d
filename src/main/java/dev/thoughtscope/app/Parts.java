package dev.thoughtscope.app;

import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.Home;
import dev.thoughtscope.session.RunFiles;
import dev.thoughtscope.view.models.ModelsPage;
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

/// The state of the window and of each of its pages.
record Parts(
        WindowModel window,
        StripModel strip,
        SessionsModel sessions,
        CompareModel compare,
        StudyModel studies,
        LessonsModel lessons,
        ModelsModel models,
        LogModel log) {
    /// Shows a run on the tree's page.
    interface Explorer {
        void open(Path run);

        void show(EventLog run);
    }

    /// @param desk loads models
    static Parts of(WindowStart start, ModelDesk desk, LogModel log, Explorer explorer) {
        var window = new WindowModel(Confidence.TOP5::of);
        start.first().ifPresent(first -> window.question().take(first));
        var strip = new StripModel(new StripExport(StripPng::write));
        strip.offer(StripSamples.of(Home.find().models().resolve("heldout/strip.jsonl")));
        return new Parts(
                window,
                strip,
                new SessionsModel(start.runs(), window.documents()),
                new CompareModel(Confidence.TOP5::of, window::log, () -> window.question().request(false)),
                new StudyModel(
                        new StudyShelf(Home.find().models(), RunFiles.ofPerson().folder().resolveSibling("studies")),
                        explorer::open),
                new LessonsModel(
                        Confidence.TOP5::of,
                        explorer::show,
                        Logs.folder().resolve("lessons.properties"),
                        Locale.getDefault().getLanguage()),
                new ModelsModel(start.settings(), new ModelServices(desk), new FetchServices(start::offline)),
                log);
    }

    /// A model can be asked now. Whatever runs on the one before is stopped.
    void ready(Loaded loaded) {
        window.stop();
        window.ready(loaded.runner());
        window.asked().describe(ModelsPage.line(loaded.model().info()));
        compare.stop();
        compare.ready(loaded.runner());
        strip.stop();
        strip.ready(loaded.strip());
        studies.ready(loaded.engine());
        loaded.noStrip().ifPresent(strip::noModel);
    }

    /// There is no model at all.
    void noModel(String sentence) {
        window.noModel(sentence);
        strip.noModel(sentence);
    }

    /// Takes in what other threads have made, for about so long at most.
    ///
    /// @return whether the tree has changed
    boolean pump(long nanos, double seconds) {
        boolean changed = window.pump(nanos) | window.play(seconds);
        strip.pump(nanos);
        studies.pump();
        models.pump();
        sessions.pump();
        log.pump();
        return changed;
    }
}
