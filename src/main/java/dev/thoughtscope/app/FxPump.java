package dev.thoughtscope.app;

import dev.thoughtscope.app.ModelDesk.Outcome;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.compare.CompareModel;
import dev.thoughtscope.viewmodel.log.LogModel;
import dev.thoughtscope.viewmodel.models.ModelsModel;
import dev.thoughtscope.viewmodel.sessions.SessionsModel;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.study.StudyModel;
import java.util.Queue;
import javafx.animation.AnimationTimer;

/// The only bridge from other threads to the window: once a pulse it takes in what is new, for a few milliseconds
/// at most, and lets the window draw one frame.
final class FxPump extends AnimationTimer {
    private static final long CAP_NANOS = 6_000_000;
    private static final double MOST_SECONDS = 0.1;

    private final WindowModel model;
    private final StripModel strip;
    private final CompareModel compare;
    private final StudyModel studies;
    private final ModelsModel models;
    private final SessionsModel sessions;
    private final LogModel log;
    private final ShellView shell;
    private final ModelDesk desk;
    private final Queue<String> notices;
    private final Runnable onReady;
    private boolean first = true;
    private long last;

    /// @param notices sentences from other threads, shown as they come
    /// @param onReady called once when there is a model
    FxPump(
            WindowModel model,
            StripModel strip,
            CompareModel compare,
            StudyModel studies,
            ModelsModel models,
            SessionsModel sessions,
            LogModel log,
            ShellView shell,
            ModelDesk desk,
            Queue<String> notices,
            Runnable onReady) {
        this.model = model;
        this.strip = strip;
        this.compare = compare;
        this.studies = studies;
        this.models = models;
        this.sessions = sessions;
        this.log = log;
        this.shell = shell;
        this.desk = desk;
        this.notices = notices;
        this.onReady = onReady;
    }

    @Override
    public void handle(long now) {
        for (var outcome = desk.poll(); outcome != null; outcome = desk.poll()) {
            take(outcome);
        }
        double step = last == 0 ? 0 : Math.min(MOST_SECONDS, (now - last) / 1e9);
        last = now;
        for (String notice = notices.poll(); notice != null; notice = notices.poll()) {
            model.trouble().set(notice);
        }
        if (model.pump(CAP_NANOS) | model.play(step)) {
            shell.tree().changed();
        }
        strip.pump(CAP_NANOS);
        studies.pump();
        models.pump();
        sessions.pump();
        log.pump();
        shell.frame(now / 1e9);
    }

    private void take(Outcome outcome) {
        switch (outcome) {
            case Outcome.Ready(var loaded, var sentence) -> take(loaded, sentence);
            case Outcome.Refused(var sentence) -> models.failed(sentence);
            case Outcome.Nothing(var sentence) -> {
                models.failed(sentence);
                model.noModel(sentence);
                strip.noModel(sentence);
            }
        }
    }

    private void take(Loaded loaded, String sentence) {
        model.stop();
        model.ready(loaded.runner());
        compare.stop();
        compare.ready(loaded.runner());
        strip.stop();
        strip.ready(loaded.strip());
        studies.ready(loaded.engine());
        loaded.noStrip().ifPresent(strip::noModel);
        models.ready(loaded.model(), !sentence.isEmpty());
        if (first) {
            first = false;
            onReady.run();
        }
        if (!sentence.isEmpty()) {
            models.failed(sentence);
            model.trouble().set(sentence);
        }
    }
}
