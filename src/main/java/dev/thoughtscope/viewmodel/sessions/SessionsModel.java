package dev.thoughtscope.viewmodel.sessions;

import dev.thoughtscope.session.RunFiles;
import dev.thoughtscope.session.SavedRun;
import dev.thoughtscope.viewmodel.Documents;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The runs made lately, and the one that a crash left unfinished.
public final class SessionsModel {
    private static final int SHOWN = 12;

    private final Optional<RunFiles> folder;
    private final Documents documents;
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final ReadOnlyObjectWrapper<List<PastRun>> recent = new ReadOnlyObjectWrapper<>(this, "recent", List.of());
    private final ObjectProperty<PastRun> unfinished = new SimpleObjectProperty<>(this, "unfinished");

    /// @param folder of the runs, empty where none are kept
    public SessionsModel(Optional<RunFiles> folder, Documents documents) {
        this.folder = folder;
        this.documents = documents;
    }

    /// At the start, before the first run: shows what a crash left.
    ///
    /// @param left the run that was unfinished then
    public void begin(Optional<SavedRun> left) {
        unfinished.set(left.map(PastRun::of).orElse(null));
        refresh();
    }

    /// Reads the list anew.
    public void refresh() {
        folder.ifPresent(runs -> Thread.ofVirtual().name("list runs").start(() -> {
            var found = runs.recent(SHOWN).stream().map(PastRun::of).toList();
            news.add(() -> recent.set(found));
        }));
    }

    public void open(PastRun run) {
        if (run.equals(unfinished.get())) {
            unfinished.set(null);
        }
        documents.open(run.file());
    }

    /// Takes in what other threads have told.
    public void pump() {
        for (var one = news.poll(); one != null; one = news.poll()) {
            one.run();
        }
    }

    /// The newest first.
    public ReadOnlyObjectProperty<List<PastRun>> recent() {
        return recent.getReadOnlyProperty();
    }

    /// What a crash left, null for nothing or when the person has put it away.
    public ObjectProperty<PastRun> unfinished() {
        return unfinished;
    }
}
