package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.probe.ProbeSettings;
import dev.thoughtscope.probe.ProbeText;
import dev.thoughtscope.probe.StripCsv;
import dev.thoughtscope.probe.StripResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The state of the token strip: its text, what thinking was worth at each token, and the person's hand on it.
public final class StripModel {
    public static final int NONE = -1;

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StripSettings settings = new StripSettings();
    private final StripTokens tokens = new StripTokens();
    private final StripCurve curve = new StripCurve();
    private final StripExport export;
    private final ReadOnlyObjectWrapper<StripState> state = new ReadOnlyObjectWrapper<>(this, "state", StripState.LOADING);
    private final ReadOnlyObjectWrapper<StripProgress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", StripProgress.NONE);
    private final ReadOnlyObjectWrapper<StripFigures> figures =
            new ReadOnlyObjectWrapper<>(this, "figures", StripFigures.NONE);
    private final ReadOnlyObjectWrapper<StripDetail> detail = new ReadOnlyObjectWrapper<>(this, "detail");
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", NONE);
    private final BooleanProperty paper = new SimpleBooleanProperty(this, "paper");
    private final BooleanProperty onlyBig = new SimpleBooleanProperty(this, "onlyBig");
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");

    private final ReadOnlyObjectWrapper<NodeText> origin = new ReadOnlyObjectWrapper<>(this, "origin");

    private List<String> samples = List.of();
    private StripSource source;
    private StripTask task;
    private StripModel twin;
    private StripResult result;
    private ProbeSettings measuredWith = ProbeSettings.STANDARD;

    public StripModel(StripExport export) {
        this.export = export;
        selected.subscribe(this::refreshDetail);
        paper.subscribe(chosen -> {
            tokens.paper(chosen);
            changed();
        });
        onlyBig.subscribe(this::changed);
    }

    /// Texts to choose from; the first one stands in the text field if nothing does.
    public void offer(List<String> texts) {
        samples = List.copyOf(texts);
        if (text.get().isBlank() && !samples.isEmpty()) {
            text.set(samples.getFirst());
        }
    }

    public List<String> samples() {
        return samples;
    }

    /// A model can be asked now.
    public void ready(StripSource loaded) {
        source = loaded;
        if (twin != null) {
            twin.ready(loaded);
        }
        state.set(StripState.READY);
    }

    /// There will be no model.
    public void noModel(String sentence) {
        state.set(StripState.NO_MODEL);
        trouble.set(sentence);
    }

    /// Measures the text of the text field. A strip under way is ended.
    public void measure() {
        String read = text.get();
        origin.set(null);
        measure(() -> source.read(read));
    }

    /// Measures the text of a node of a tree, after its prompt and path.
    public void measure(NodeText node) {
        text.set(node.text().strip());
        origin.set(node);
        measure(() -> source.read(node));
    }

    /// The node whose text is measured, null for a text of its own.
    public ReadOnlyObjectProperty<NodeText> origin() {
        return origin.getReadOnlyProperty();
    }

    private void measure(Supplier<ProbeText> read) {
        asked().ifPresent(chosen -> {
            stop();
            trouble.set("");
            result = null;
            measuredWith = chosen;
            task = StripTask.start(source, read, chosen);
            state.set(StripState.RUNNING);
            progress.set(StripProgress.NONE);
        });
    }

    /// The settings, or empty if there is no model or they are out of range.
    private Optional<ProbeSettings> asked() {
        try {
            return source == null ? Optional.empty() : Optional.of(settings.settings());
        } catch (IllegalArgumentException refused) {
            trouble.set(refused.getMessage());
            return Optional.empty();
        }
    }

    /// Measures the text with thoughts of several lengths.
    public void measureCurve() {
        String read = text.get();
        asked().ifPresent(chosen -> curve.measure(source, () -> source.read(read), chosen, trouble::set));
    }

    /// Another strip of the same text on the same model, with settings of its own. Both select together.
    public StripModel twin() {
        var other = new StripModel(export);
        other.text.bindBidirectional(text);
        other.selected.bindBidirectional(selected);
        other.paper.bindBidirectional(paper);
        if (source != null) {
            other.ready(source);
        }
        twin = other;
        return other;
    }

    public void pauseOrResume() {
        if (state.get() == StripState.RUNNING) {
            task.control.pause();
            state.set(StripState.PAUSED);
        } else if (state.get() == StripState.PAUSED) {
            task.control.resume();
            state.set(StripState.RUNNING);
        }
    }

    /// Ends it; what is measured stays.
    public void stop() {
        curve.stop();
        if (task != null) {
            task.control.cancel();
        }
    }

    /// Takes in what was measured since the last call, for so long at most.
    ///
    /// @return whether anything changed
    public boolean pump(long nanos) {
        boolean others = curve.pump() | (twin != null && twin.pump(nanos));
        return (task != null && takeNews(nanos)) || others;
    }

    private boolean takeNews(long nanos) {
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
            refreshDetail();
            changed();
        }
        return any;
    }

    private void take(StripTask.News news) {
        switch (news) {
            case StripTask.News.Started started -> {
                selected.set(NONE);
                tokens.show(started.positions());
                progress.set(new StripProgress(0, 0, started.windows(), Double.NaN));
            }
            case StripTask.News.Measured measured -> tokens.put(measured.position());
            case StripTask.News.Progressed(var told) -> progress.set(new StripProgress(
                    told.done(), told.total(), progress.get().windows(), told.nanosLeft() / 1e9));
            case StripTask.News.Ended ended -> ended(ended.result());
            case StripTask.News.Refused refused -> {
                task = null;
                trouble.set(refused.sentence());
                state.set(StripState.FAILED);
            }
        }
    }

    private void ended(StripResult measured) {
        task = null;
        result = measured;
        trouble.set(measured.trouble());
        state.set(StripState.after(measured.ending()));
    }

    private void refreshDetail() {
        int index = selected.get();
        boolean exists = index >= 0 && index < tokens.size();
        detail.set(exists ? StripDetail.of(tokens.positions().get(index)) : null);
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    /// Selects the next big gain, or the one before.
    ///
    /// @param step 1 or -1
    public void selectBig(int step) {
        int before = step > 0 ? -1 : tokens.size();
        int next = tokens.nextBig(selected.get() == NONE ? before : selected.get(), step);
        if (next != before) {
            selected.set(next);
        }
    }

    private StripResult current() {
        if (result != null) {
            return result;
        }
        return new StripResult(
                tokens.positions(), measuredWith, progress.get().windows(), 0, 0, StripResult.Ending.CANCELLED, "");
    }

    /// Saves it as CSV, JSON, SVG or PNG, as the file's name asks.
    public void export(Path file, boolean dark) {
        try {
            export.write(current(), source == null ? "" : source.modelName(), paper.get(), dark, file);
        } catch (IOException failed) {
            trouble.set("The strip could not be saved to " + file + ": " + failed.getMessage());
        }
    }

    /// The text, the gains and the best thoughts as a table to paste.
    public String table() {
        return StripCsv.of(current());
    }

    public StringProperty text() {
        return text;
    }

    public StripSettings settings() {
        return settings;
    }

    public StripCurve curve() {
        return curve;
    }

    public StripTokens tokens() {
        return tokens;
    }

    public ReadOnlyObjectProperty<StripState> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StripProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StripFigures> figures() {
        return figures.getReadOnlyProperty();
    }

    /// The selected position, null for none.
    public ReadOnlyObjectProperty<StripDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    /// Grows by one whenever tokens or their colours have changed.
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /// The selected token, -1 for none.
    public IntegerProperty selected() {
        return selected;
    }

    /// Quiet-STaR's own colours instead of those for all eyes.
    public BooleanProperty paper() {
        return paper;
    }

    /// Whether all but the big gains are faded.
    public BooleanProperty onlyBig() {
        return onlyBig;
    }

    /// What went wrong, in a sentence; empty when nothing did.
    public StringProperty trouble() {
        return trouble;
    }
}
