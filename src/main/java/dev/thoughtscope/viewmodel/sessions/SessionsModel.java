package dev.thoughtscope.viewmodel.sessions;

import dev.thoughtscope.session.RunFolder;
import dev.thoughtscope.session.SavedRun;
import dev.thoughtscope.viewmodel.Documents;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.LoggerFactory;

/// The runs made lately, and the one that a crash left unfinished.
public final class SessionsModel {
    /// Runs that are kept; older ones are deleted at the start.
    public static final int KEPT = 200;
    private static final int SHOWN = 12;

    private final Optional<RunFolder> folder;
    private final Documents documents;
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final ReadOnlyObjectWrapper<List<PastRun>> recent = new ReadOnlyObjectWrapper<>(this, "recent", List.of());
    private final ObjectProperty<PastRun> unfinished = new SimpleObjectProperty<>(this, "unfinished");

    /// @param folder of the runs, empty where none are kept
    public SessionsModel(Optional<RunFolder> folder, Documents documents) {
        this.folder = folder;
        this.documents = documents;
    }

    /// At the start, before the first run: looks for what a crash left, and tidies up.
    ///
    /// @param left the run that was unfinished then
    public void begin(Optional<SavedRun> left) {
        unfinished.set(left.map(PastRun::of).orElse(null));
        refresh();
        folder.ifPresent(runs -> Thread.ofVirtual().name("tidy runs").start(() -> tidy(runs)));
    }

    private static void tidy(RunFolder runs) {
        try {
            runs.prune(KEPT);
        } catch (IOException kept) {
            LoggerFactory.getLogger(SessionsModel.class).warn("An old run could not be deleted: {}", kept.getMessage());
        }
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
