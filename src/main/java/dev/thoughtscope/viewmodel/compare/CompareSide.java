package dev.thoughtscope.viewmodel.compare;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.Run;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.function.ToDoubleFunction;

/// One of two runs, as a window of its own.
public final class CompareSide {
    private final WindowModel window;
    private EventLog log = new EventLog();
    private Run run;

    CompareSide(ToDoubleFunction<TokenStep> confidence) {
        window = new WindowModel(confidence);
    }

    public WindowModel window() {
        return window;
    }

    EventLog log() {
        return log;
    }

    void show(EventLog shown) {
        stop();
        log = shown;
        window.show(shown);
        window.follow().set(false);
    }

    void show(Run started) {
        show(started.log());
        run = started;
    }

    boolean isRunning() {
        return run != null && !log.hasEnded();
    }

    void stop() {
        if (run != null) {
            run.control().stop();
            run = null;
        }
    }

    /// Simulations that the run has had.
    public int simulations() {
        return window.playback().history().points().size();
    }

    /// @param share of the run's simulations, 0 to 1
    void seek(double share) {
        var points = window.playback().history().points();
        int count = (int) Math.round(share * points.size());
        if (share >= 1) {
            window.playback().toHead();
        } else {
            window.playback().seek(count == 0 ? 1 : points.get(count - 1).events());
        }
        window.pump(0);
    }
}
