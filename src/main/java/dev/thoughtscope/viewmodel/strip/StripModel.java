package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.probe.ProbeText;
import dev.thoughtscope.probe.StripCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The state of the token strip: its text, what thinking was worth at each token, and the person's hand on it.
public final class StripModel {
    public static final int NONE = -1;

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StripSettings settings;
    private final StripRun run = new StripRun(() -> selected().set(NONE));
    private final StripSelection selection = new StripSelection(run.tokens);
    private final StripCurve curve = new StripCurve();
    private final StripFile files = new StripFile();
    private final StripExport export;
    private final ReadOnlyObjectWrapper<NodeText> origin = new ReadOnlyObjectWrapper<>(this, "origin");
    private final List<StripModel> others = new ArrayList<>();
    private List<String> samples = List.of();

    public StripModel(StripExport export) {
        this(export, new StripSettings());
    }

    private StripModel(StripExport export, StripSettings settings) {
        this.export = export;
        this.settings = settings;
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
        others.forEach(other -> other.ready(loaded));
        run.ready(loaded);
    }

    /// There will be no model.
    public void noModel(String sentence) {
        others.forEach(other -> other.noModel(sentence));
        run.noModel(sentence);
    }

    /// Measures the text of the text field. A strip under way is ended.
    public void measure() {
        String read = text.get();
        origin.set(null);
        measure(source -> source.read(read));
    }

    /// Measures the text of a file, which then stands in the text field.
    public void measure(Path file) {
        files.read(file, read -> {
            text.set(read);
            measure();
        }, run.trouble::set);
    }

    /// Measures the text of a node of a tree, after its prompt and path.
    public void measure(NodeText node) {
        text.set(node.text().strip());
        origin.set(node);
        measure(source -> source.read(node));
    }

    /// Measures the same text again, with the settings as they are now.
    public void measureAgain() {
        Optional.ofNullable(origin.get()).ifPresentOrElse(this::measure, this::measure);
    }

    /// Has the model think in free text, where it has no markers for it.
    public void thinkInFreeText() {
        settings.freeText().set(true);
        measureAgain();
    }

    /// The node whose text is measured, null for a text of its own.
    public ReadOnlyObjectProperty<NodeText> origin() {
        return origin.getReadOnlyProperty();
    }

    /// A thought at the selected token as a branch of a tree, empty if there is none.
    ///
    /// @param number of the thought, best first
    public Optional<StripBranch> branch(int number) {
        var told = detail().get();
        if (told == null || number >= told.thoughts().size() || told.thoughts().get(number).text().isBlank()) {
            return Optional.empty();
        }
        var node = Optional.ofNullable(origin.get());
        int index = told.index();
        String before = node.map(one -> one.upTo(index)).orElseGet(() -> run.tokens.text(0, index));
        return Optional.of(new StripBranch(node, before, index, run.marked(told.thoughts().get(number).text())));
    }

    private interface Reading {
        ProbeText read(StripSource source);
    }

    private void measure(Reading reading) {
        var source = run.source();
        run.asked(settings).ifPresent(chosen -> {
            curve.stop();
            run.measure(() -> reading.read(source), chosen);
        });
    }

    /// Measures the text with thoughts of several lengths.
    public void measureCurve() {
        String read = text.get();
        var source = run.source();
        var node = origin.get();
        Supplier<ProbeText> reading = () -> node == null ? source.read(read) : source.read(node);
        run.asked(settings).ifPresent(chosen -> curve.measure(source, reading, chosen, run.trouble::set));
    }

    /// Another strip of the same text on the same model, with settings of its own. Both select together.
    public StripModel twin() {
        var other = beside(new StripSettings());
        other.text.bindBidirectional(text);
        other.selected().bindBidirectional(selected());
        other.origin.set(origin.get());
        origin.subscribe(other.origin::set);
        return other;
    }

    /// A strip of another text on the same model, with the same settings.
    public StripModel sister() {
        return beside(settings);
    }

    private StripModel beside(StripSettings own) {
        var other = new StripModel(export, own);
        other.paper().bindBidirectional(paper());
        if (run.source() != null) {
            other.ready(run.source());
        } else if (run.state.get() == StripState.NO_MODEL) {
            other.noModel(run.trouble.get());
        }
        others.add(other);
        return other;
    }

    /// Shows what another one has measured, as far as it has come.
    public void show(StripModel other) {
        curve.stop();
        text.set(other.text.get());
        origin.set(other.origin.get());
        selected().set(NONE);
        run.show(other.run);
        selection.refresh();
    }

    public void pauseOrResume() {
        run.pauseOrResume();
    }

    /// Ends it; what is measured stays.
    public void stop() {
        curve.stop();
        run.stop();
    }

    /// Takes in what was measured since the last call, for so long at most.
    ///
    /// @return whether anything changed
    public boolean pump(long nanos) {
        boolean any = curve.pump() | files.pump();
        for (var other : others) {
            any |= other.pump(nanos);
        }
        boolean own = run.pump(nanos);
        if (own) {
            selection.refresh();
            selectBestAtTheEnd();
        }
        return any || own;
    }

    private void selectBestAtTheEnd() {
        if (run.state.get() == StripState.DONE && selected().get() == NONE) {
            run.tokens.best().filter(best -> tokens().gain(best) > 0).ifPresent(selected()::set);
        }
    }

    /// Selects the next big gain, or the one before.
    ///
    /// @param step 1 or -1
    public void selectBig(int step) {
        selection.selectBig(step);
    }

    /// Tokens on which the gains that are shown are counted.
    public int measuredAhead() {
        return run.current().settings().ahead();
    }

    /// Saves it as CSV, JSON, SVG or PNG, as the file's name asks.
    public void export(Path file, boolean dark) {
        try {
            export.write(run.current(), run.model(), paper().get(), dark, file);
        } catch (IOException failed) {
            run.trouble.set("The strip could not be saved to " + file + ": " + failed.getMessage());
        }
    }

    /// The text, the gains and the best thoughts as a table to paste.
    public String table() {
        return StripCsv.of(run.current());
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
        return run.tokens;
    }

    public ReadOnlyObjectProperty<StripState> state() {
        return run.state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StripProgress> progress() {
        return run.progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StripFigures> figures() {
        return run.figures.getReadOnlyProperty();
    }

    /// The selected position, null for none.
    public ReadOnlyObjectProperty<StripDetail> detail() {
        return selection.detail.getReadOnlyProperty();
    }

    /// Grows by one whenever tokens or their colours have changed.
    public ReadOnlyIntegerProperty revision() {
        return selection.revision.getReadOnlyProperty();
    }

    /// The selected token, -1 for none.
    public IntegerProperty selected() {
        return selection.selected;
    }

    /// Quiet-STaR's own colours instead of those for all eyes.
    public BooleanProperty paper() {
        return selection.paper;
    }

    /// Whether all but the big gains are faded.
    public BooleanProperty onlyBig() {
        return selection.onlyBig;
    }

    /// What went wrong, in a sentence; empty when nothing did.
    public StringProperty trouble() {
        return run.trouble;
    }

    /// Whether it was refused because the model has no thought markers.
    public ReadOnlyBooleanProperty lacksMarkers() {
        return run.lacksMarkers.getReadOnlyProperty();
    }
}
