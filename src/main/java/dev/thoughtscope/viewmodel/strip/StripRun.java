package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.probe.ProbeSettings;
import dev.thoughtscope.probe.ProbeText;
import dev.thoughtscope.probe.StripResult;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The measuring of a strip: who measures, how far it has come, what it has found, and what stood in its way.
final class StripRun {
    final ReadOnlyObjectWrapper<StripState> state = new ReadOnlyObjectWrapper<>(this, "state", StripState.LOADING);
    final ReadOnlyObjectWrapper<StripProgress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", StripProgress.NONE);
    final ReadOnlyObjectWrapper<StripFigures> figures =
            new ReadOnlyObjectWrapper<>(this, "figures", StripFigures.NONE);
    final ReadOnlyBooleanWrapper lacksMarkers = new ReadOnlyBooleanWrapper(this, "lacksMarkers");
    final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    final StripTokens tokens = new StripTokens();

    private final Runnable onNewText;
    private StripSource source;
    private StripTask task;
    private StripState before = StripState.READY;
    private StripResult result;
    private ProbeSettings measuredWith = ProbeSettings.STANDARD;
    private String measuredOn = "";

    /// @param onNewText called when the tokens of another text have come
    StripRun(Runnable onNewText) {
        this.onNewText = onNewText;
    }

    void ready(StripSource loaded) {
        source = loaded;
        state.set(StripState.READY);
    }

    void noModel(String sentence) {
        source = null;
        state.set(StripState.NO_MODEL);
        trouble.set(sentence);
    }

    /// Null without a model.
    StripSource source() {
        return source;
    }

    /// What is asked for, or empty if there is no model or it is out of range.
    Optional<ProbeSettings> asked(StripSettings settings) {
        try {
            return source == null ? Optional.empty() : Optional.of(settings.settings());
        } catch (IllegalArgumentException refused) {
            trouble.set(refused.getMessage());
            return Optional.empty();
        }
    }

    /// Begins to measure; what was measured before is shown until the text has been read.
    void measure(Supplier<ProbeText> text, ProbeSettings settings) {
        stop();
        trouble.set("");
        lacksMarkers.set(false);
        if (!state.get().isUnderWay()) {
            before = state.get();
        }
        task = StripTask.start(source, text, settings);
        state.set(StripState.RUNNING);
        progress.set(StripProgress.NONE);
    }

    void pauseOrResume() {
        if (state.get() == StripState.RUNNING) {
            task.control.pause();
            state.set(StripState.PAUSED);
        } else if (state.get() == StripState.PAUSED) {
            task.control.resume();
            state.set(StripState.RUNNING);
        }
    }

    void stop() {
        if (task != null) {
            task.control.cancel();
        }
    }

    /// Takes in what was measured since the last call, for so long at most.
    ///
    /// @return whether there was anything
    boolean pump(long nanos) {
        if (task == null) {
            return false;
        }
        long end = System.nanoTime() + nanos;
        boolean any = false;
        for (var news = task.poll(); news != null; news = task.poll()) {
            any = true;
            take(news);
            if (task == null || System.nanoTime() > end) {
                break;
            }
        }
        if (any) {
            tokens.rescale();
            figures.set(StripFigures.of(StripResult.summary(tokens.measured())));
        }
        return any;
    }

    private void take(StripTask.News news) {
        switch (news) {
            case StripTask.News.Started started -> started(started);
            case StripTask.News.Measured measured -> tokens.put(measured.position());
            case StripTask.News.Progressed(var told) -> progress.set(new StripProgress(
                    told.done(), told.total(), progress.get().windows(), told.nanosLeft() / 1e9));
            case StripTask.News.Ended ended -> {
                task = null;
                show(ended.result());
            }
            case StripTask.News.Refused refused -> refused(refused);
        }
    }

    private void started(StripTask.News.Started started) {
        result = null;
        measuredWith = task.settings;
        measuredOn = task.model;
        before = StripState.FAILED;
        onNewText.run();
        tokens.show(started.positions());
        progress.set(new StripProgress(0, 0, started.windows(), Double.NaN));
    }

    private void show(StripResult measured) {
        result = measured;
        trouble.set(measured.trouble());
        state.set(StripState.after(measured.ending()));
    }

    /// What was measured before stays, if nothing of the new text has been.
    private void refused(StripTask.News.Refused refused) {
        task = null;
        trouble.set(refused.sentence());
        lacksMarkers.set(refused.lacksMarkers());
        int measured = tokens.measured().size();
        progress.set(new StripProgress(measured, measured, progress.get().windows(), Double.NaN));
        state.set(before);
    }

    /// Shows what another has measured.
    void show(StripRun other) {
        stop();
        task = null;
        measuredWith = other.measuredWith;
        measuredOn = other.measuredOn;
        var measured = other.current();
        tokens.show(measured.positions());
        figures.set(StripFigures.of(measured.summary()));
        progress.set(other.progress.get());
        lacksMarkers.set(false);
        show(measured);
    }

    /// The model that measured, in a word or two.
    String model() {
        return measuredOn;
    }

    /// A thought as it was put to the model.
    String marked(String thought) {
        return source == null ? thought : source.marked(thought, current().settings());
    }

    /// What has been measured up to now.
    StripResult current() {
        if (result != null) {
            return result;
        }
        return new StripResult(
                tokens.positions(), measuredWith, progress.get().windows(), 0, 0, StripResult.Ending.CANCELLED, "");
    }
}
