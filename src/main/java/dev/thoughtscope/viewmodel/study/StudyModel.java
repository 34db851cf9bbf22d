package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.study.Progress;
import dev.thoughtscope.study.StudyFile;
import dev.thoughtscope.study.StudyFileException;
import dev.thoughtscope.study.StudyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    private final ReadOnlyObjectWrapper<Compared> comparison = new ReadOnlyObjectWrapper<>(this, "comparison");
    private final ObservableList<StudyRow> rows = FXCollections.observableArrayList();
    private final Background background = new Background(trouble::set);
    private final StudySaver saver;
    private Engine engine;
    private StudyTask task;
    private int reading;

    /// @param onOpen shows the event log of a run
    public StudyModel(StudyShelf shelf, Consumer<Path> onOpen) {
        this.shelf = shelf;
        this.onOpen = onOpen;
        saver = new StudySaver(background, charts::get, comparison::get);
        try {
            entries.setAll(shelf.entries());
        } catch (StudyFileException broken) {
            trouble.set(broken.getMessage());
        }
        chosen.subscribe(this::show);
        if (!entries.isEmpty()) {
            chosen.set(entries.getFirst());
        }
        background.run(shelf::measured, measured::setAll);
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
        background.run(() -> StudyCharts.of(new StudyFolder(folder), new StudyFolder(folder).read()), found -> {
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
        background.take();
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
        background.run(shelf::measured, measured::setAll);
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

    /// Shows what lies behind a point: problems, attempts or tokens.
    public void select(StudyChart.Point point) {
        if (charts.get() != null && !(point.source() instanceof StudyChart.Source.Elsewhere)) {
            rows.setAll(charts.get().rows().of(point.source()));
        }
    }

    /// Shows wrong answers, the most confident first.
    public void selectConfidentlyWrong() {
        rows.setAll(charts.get() == null ? List.of() : charts.get().rows().confidentlyWrong());
    }

    /// Opens the event log of a run.
    public void open(Path log) {
        onOpen.accept(log);
    }

    /// Opens what the model thought.
    public void open(ProblemRow row) {
        row.log().ifPresent(onOpen);
    }

    /// Sets another study beside the one that is shown, problem by problem.
    public void compareWith(StudyEntry other) {
        var shown = charts.get();
        if (shown != null && other.folder().isPresent()) {
            background.run(
                    () -> Compared.of(shown, other.title(), new StudyFolder(other.folder().get())), comparison::set);
        }
    }

    /// Writes what is shown into files.
    public StudySaver saver() {
        return saver;
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
    public ReadOnlyObjectProperty<Compared> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /// What lies behind what was chosen in a chart.
    public ObservableList<StudyRow> rows() {
        return rows;
    }
}
