package dev.thoughtscope.app;

import dev.thoughtscope.app.ModelDesk.Outcome;
import dev.thoughtscope.view.shell.ShellView;
import javafx.animation.AnimationTimer;

/// The only bridge from other threads to the window: once a pulse it takes in what is new, for a few milliseconds
/// at most, and lets the window draw one frame.
final class FxPump extends AnimationTimer {
    private static final long CAP_NANOS = 6_000_000;
    private static final double MOST_SECONDS = 0.1;

    private final Parts parts;
    private final ShellView shell;
    private final ModelDesk desk;
    private final Runnable onReady;
    private boolean first = true;
    private long last;

    /// @param onReady called once when there is a model
    FxPump(Parts parts, ShellView shell, ModelDesk desk, Runnable onReady) {
        this.parts = parts;
        this.shell = shell;
        this.desk = desk;
        this.onReady = onReady;
    }

    @Override
    public void handle(long now) {
        for (var outcome = desk.poll(); outcome != null; outcome = desk.poll()) {
            take(outcome);
        }
        double step = last == 0 ? 0 : Math.min(MOST_SECONDS, (now - last) / 1e9);
        last = now;
        for (String notice = desk.notice(); notice != null; notice = desk.notice()) {
            parts.window().trouble().set(notice);
        }
        if (parts.pump(CAP_NANOS, step)) {
            shell.tree().changed();
        }
        shell.frame(now / 1e9);
    }

    private void take(Outcome outcome) {
        switch (outcome) {
            case Outcome.Ready(var loaded, var sentence) -> take(loaded, sentence);
            case Outcome.Refused(var sentence) -> parts.models().failed(sentence);
            case Outcome.Nothing(var sentence) -> {
                parts.models().failed(sentence);
                parts.noModel(sentence);
            }
        }
    }

    private void take(Loaded loaded, String sentence) {
        parts.ready(loaded);
        parts.models().ready(loaded.model(), !sentence.isEmpty());
        if (first) {
            first = false;
            onReady.run();
        }
        if (!sentence.isEmpty()) {
            parts.models().failed(sentence);
            parts.window().trouble().set(sentence);
        }
    }
}
