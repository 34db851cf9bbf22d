package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.study.Comparison;
import dev.thoughtscope.study.Progress;
import dev.thoughtscope.study.StudyFile;
import dev.thoughtscope.study.StudyFileException;
import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.report.ComparisonReport;
import dev.thoughtscope.study.report.ReportFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The state of the page of studies: what can be run, what runs, what came out.
public final class StudyModel {
    private final StudyShelf shelf;
    private final Consumer<Path> onOpen;
    private final ObservableList<StudyEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<StudyEntry> measured = FXCollections.observableArrayList();
    private final ObjectProperty<StudyEntry> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final ReadOnlyObjectWrapper<StudyState> state = new ReadOnlyObjectWrapper<>(this, "state", StudyState.NO_MODEL);
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(this, "progress");
    private final ReadOnlyObjectWrapper<StudyCharts> charts = new ReadOnlyObjectWrapper<>(this, "charts");
    private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>(this, "comparison");
    private final ObservableList<ProblemRow> rows = FXCollections.observableArrayList();
    private final ConcurrentLinkedQueue<Runnable> done = new ConcurrentLinkedQueue<>();
    private Engine engine;
    private StudyTask task;
    private int reading;

    /// @param onOpen shows the event log of a run
    public StudyModel(StudyShelf shelf, Consumer<Path> onOpen) {
        this.shelf = shelf;
        this.onOpen = onOpen;
        try {
            entries.setAll(shelf.entries());
        } catch (StudyFileException broken) {
            trouble.set(broken.getMessage());
        }
        chosen.subscribe(this::show);
        if (!entries.isEmpty()) {
            chosen.set(entries.getFirst());
        }
        inBackground(shelf::measured, measured::setAll);
    }

    /// A model can be asked now. A study on the one before is stopped.
    public void ready(Engine loaded) {
        stop();
        engine = loaded;
        state.set(StudyState.READY);
        show(chosen.get());
    }

    private void show(StudyEntry entry) {
        if (entry == null || state.get().isUnderWay()) {
            return;
        }
        text.set(entry.text());
        trouble.set("");
        forget();
        if (state.get() != StudyState.NO_MODEL) {
            state.set(StudyState.READY);
        }
        entry.folder().or(() -> folder(entry)).filter(Files::isDirectory).ifPresent(this::read);
    }

    private void forget() {
        charts.set(null);
        comparison.set(null);
        progress.set(null);
        rows.clear();
    }

    private Optional<Path> folder(StudyEntry entry) {
        return engine == null
                ? Optional.empty()
                : Optional.of(shelf.folderFor(entry.text(), entry.title(), engine.model().file()));
    }

    private void read(Path folder) {
        int mine = ++reading;
        inBackground(() -> StudyCharts.of(new StudyFolder(folder), new StudyFolder(folder).read()), found -> {
            if (mine == reading) {
                charts.set(found);
            }
        });
    }

    /// Runs the study that is written, or goes on with it.
    public void start() {
        if (!state.get().canStart()) {
            return;
        }
        trouble.set("");
        var entry = chosen.get();
        try {
            var study = StudyFile.parse(entry.base(), text.get());
            var written = new StudyEntry(study.name(), text.get(), entry.base(), Optional.empty());
            var folder = folder(written).orElseThrow();
            shelf.keep(written, folder);
            forget();
            reading++;
            task = StudyTask.start(study, new StudyFolder(folder), engine);
            state.set(StudyState.RUNNING);
        } catch (StudyFileException | IOException wrong) {
            trouble.set(wrong.getMessage());
        }
    }

    public void pauseOrResume() {
        if (state.get() == StudyState.RUNNING) {
            task.control.pause();
            state.set(StudyState.PAUSED);
        } else if (state.get() == StudyState.PAUSED) {
            task.control.resume();
            state.set(StudyState.RUNNING);
        }
    }

    /// What is measured stays; running the study again goes on.
    public void stop() {
        if (task != null) {
            task.control.stop();
        }
    }

    /// Takes in what has come.
    public void pump() {
        for (var next = done.poll(); next != null; next = done.poll()) {
            next.run();
        }
        for (var next = task == null ? null : task.poll(); next != null; next = task == null ? null : task.poll()) {
            take(next);
        }
    }

    private void take(StudyTask.News news) {
        switch (news) {
            case StudyTask.News.Progressed(var told) -> progress.set(told);
            case StudyTask.News.Figured(var found) -> charts.set(found);
            case StudyTask.News.Ended(boolean complete) -> ended(complete ? StudyState.DONE : StudyState.STOPPED);
            case StudyTask.News.Failed(var sentence) -> {
                trouble.set(sentence);
                ended(StudyState.FAILED);
            }
        }
    }

    private void ended(StudyState now) {
        task = null;
        state.set(engine == null ? StudyState.NO_MODEL : now);
        inBackground(shelf::measured, measured::setAll);
    }

    /// A study that a person has written.
    public void openStudy(Path file) {
        try {
            var entry = shelf.read(file);
            entries.add(entry);
            chosen.set(entry);
        } catch (StudyFileException | IOException wrong) {
            trouble.set(wrong.getMessage());
        }
    }

    /// Puts other problems into the study that is written.
    public void useProblems(Path file) {
        try {
            String changed = StudyShelf.withProblems(text.get(), file);
            var entry = new StudyEntry(
                    StudyFile.parse(chosen.get().base(), changed).name(), changed, chosen.get().base(), Optional.empty());
            entries.add(entry);
            chosen.set(entry);
        } catch (StudyFileException | IOException wrong) {
            trouble.set(wrong.getMessage());
        }
    }

    /// Shows the problems behind a point.
    public void select(StudyChart.Point point) {
        if (charts.get() != null && !point.method().isEmpty()) {
            rows.setAll(charts.get().rows(point.method(), point.budget()));
        }
    }

    /// Shows wrong answers, the most confident first.
    public void selectConfidentlyWrong() {
        rows.setAll(charts.get() == null ? List.of() : charts.get().confidentlyWrong());
    }

    /// Opens what the model thought.
    public void open(ProblemRow row) {
        row.log().ifPresent(onOpen);
    }

    /// Sets another study beside the one that is shown, problem by problem.
    public void compareWith(StudyEntry other) {
        var shown = charts.get();
        if (shown != null && other.folder().isPresent()) {
            inBackground(
                    () -> Comparison.of(shown.contents(), new StudyFolder(other.folder().get()).read()), comparison::set);
        }
    }

    /// Writes the report of what is shown: HTML, Markdown, CSV, SVG.
    public void saveReport(Path folder) {
        save(() -> ReportFiles.write(charts.get().report(), folder));
    }

    /// Writes a comparison's report.
    public void saveComparison(StudyEntry other, Path folder) {
        save(() -> ReportFiles.write(
                ComparisonReport.of(charts.get().contents(), new StudyFolder(other.folder().orElseThrow()).read()), folder));
    }

    /// Writes a chart of what is shown as SVG or, by the name's ending, its table as CSV.
    public void saveChart(StudyChart chart, Path file) {
        save(() -> file.getFileName().toString().endsWith(".csv")
                ? Files.writeString(file, StudyExport.csv(chart))
                : Files.writeString(file, StudyExport.svg(charts.get().report(), chart)));
    }

    private void save(Callable<Path> writing) {
        if (charts.get() != null) {
            inBackground(writing, _ -> {});
        }
    }

    private <T> void inBackground(Callable<T> work, Consumer<T> then) {
        Thread.ofVirtual().start(() -> {
            try {
                T found = work.call();
                done.add(() -> then.accept(found));
            } catch (Exception failed) {
                done.add(() -> trouble.set(String.valueOf(failed.getMessage())));
            }
        });
    }

    public ObservableList<StudyEntry> entries() {
        return entries;
    }

    /// Studies with results.
    public ObservableList<StudyEntry> measured() {
        return measured;
    }

    public ObjectProperty<StudyEntry> chosen() {
        return chosen;
    }

    /// The study file, to be written by hand.
    public StringProperty text() {
        return text;
    }

    /// What went wrong, in a sentence; empty when nothing did.
    public StringProperty trouble() {
        return trouble;
    }

    public ReadOnlyObjectProperty<StudyState> state() {
        return state.getReadOnlyProperty();
    }

    /// Null before anything runs.
    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// Null before anything is measured.
    public ReadOnlyObjectProperty<StudyCharts> charts() {
        return charts.getReadOnlyProperty();
    }

    /// Null unless two studies are compared.
    public ReadOnlyObjectProperty<Comparison> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /// The problems behind what was chosen in a chart.
    public ObservableList<ProblemRow> rows() {
        return rows;
    }
}
