package dev.thoughtscope.app;

import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.strip.StripModel;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.animation.AnimationTimer;

/// The only bridge from other threads to the window: once a pulse it takes in what is new, for a few milliseconds
/// at most, and lets the window draw one frame.
final class FxPump extends AnimationTimer {
    private static final long CAP_NANOS = 6_000_000;
    private static final double MOST_SECONDS = 0.1;

    private final WindowModel model;
    private final StripModel strip;
    private final ShellView shell;
    private final CompletableFuture<Loaded> runner;
    private final Queue<String> notices;
    private final Runnable onReady;
    private boolean waiting = true;
    private long last;

    /// @param notices sentences from other threads, shown as they come
    /// @param onReady called once when there is a model
    FxPump(WindowModel model, StripModel strip, ShellView shell, CompletableFuture<Loaded> runner, Queue<String> notices, Runnable onReady) {
        this.model = model;
        this.strip = strip;
        this.shell = shell;
        this.runner = runner;
        this.notices = notices;
        this.onReady = onReady;
    }

    @Override
    public void handle(long now) {
        if (waiting && runner.isDone()) {
            waiting = false;
            takeRunner();
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
        shell.frame(now / 1e9);
    }

    private void takeRunner() {
        try {
            var loaded = runner.join();
            model.ready(loaded.runner());
            strip.ready(loaded.strip());
            onReady.run();
        } catch (CompletionException failed) {
            String sentence = failed.getCause().getMessage();
            String shown = sentence == null ? failed.getCause().toString() : sentence;
            model.noModel(shown);
            strip.noModel(shown);
        }
    }
}
