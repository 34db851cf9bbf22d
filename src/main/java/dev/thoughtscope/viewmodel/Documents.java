package dev.thoughtscope.viewmodel;

import dev.thoughtscope.export.ReplayHtml;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Opens and saves runs. Files are read and written on threads of their own; what comes of it waits here for the
/// window's thread.
public final class Documents {
    private static final long LOOK_NANOS = 2_000_000_000L;

    private final Queue<Runnable> done = new ConcurrentLinkedQueue<>();
    private final BiConsumer<EventLog, Collection<Integer>> onOpened;
    private final Consumer<String> onSentence;
    private final ObjectProperty<Path> changed = new SimpleObjectProperty<>(this, "changed");
    private Runnable onOpen = () -> {};
    private Stamp shown;
    private long lookedNanos;
    private boolean looking;

    /// A file as it was when it was opened or saved.
    private record Stamp(Path file, Object time, long bytes) {
        static Stamp of(Path file) throws IOException {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(file, now.lastModifiedTime(), now.size());
        }
    }

    /// @param onOpened takes a run that was read, and the moments of it that a person marked
    /// @param onSentence takes what went wrong, or what was left out
    Documents(BiConsumer<EventLog, Collection<Integer>> onOpened, Consumer<String> onSentence) {
        this.onOpened = onOpened;
        this.onSentence = onSentence;
    }

    /// @param action called whenever a person asks for a run to be opened
    public void setOnOpen(Runnable action) {
        onOpen = action;
    }

    public void open(Path file) {
        onOpen.run();
        Thread.ofVirtual().name("open a run").start(() -> {
            try {
                var stamp = Files.isRegularFile(file) ? Stamp.of(file) : null;
                var opened = LogFile.read(file);
                done.add(() -> {
                    onOpened.accept(opened.log(), opened.marks());
                    opened.damage().ifPresent(onSentence);
                    watch(stamp);
                });
            } catch (IOException failed) {
                done.add(() -> onSentence.accept(failed.getMessage()));
            }
        });
    }

    void saveHtml(EventLog log, Path file) {
        Thread.ofVirtual().name("save a page").start(() -> {
            try {
                ReplayHtml.write(log, file);
            } catch (IOException failed) {
                done.add(() -> onSentence.accept(failed.getMessage()));
            }
        });
    }

    void save(EventLog log, Collection<Integer> marks, Path file) {
        var marked = List.copyOf(marks);
        Thread.ofVirtual().name("save a run").start(() -> {
            try {
                LogFile.write(log, marked, file);
                var stamp = Stamp.of(file);
                done.add(() -> watch(stamp));
            } catch (IOException failed) {
                done.add(() -> onSentence.accept(failed.getMessage()));
            }
        });
    }

    /// Tells a sentence in the window, from any thread.
    void tellLater(String sentence) {
        done.add(() -> onSentence.accept(sentence));
    }

    /// The file that is shown and was changed by another program since; null for none. The person may put it away.
    public ObjectProperty<Path> changed() {
        return changed;
    }

    /// What is shown is no file any more.
    void forget() {
        watch(null);
    }

    private void watch(Stamp stamp) {
        shown = stamp;
        changed.set(null);
    }

    private void look() {
        if (shown == null || looking || System.nanoTime() - lookedNanos < LOOK_NANOS) {
            return;
        }
        lookedNanos = System.nanoTime();
        looking = true;
        var then = shown;
        Thread.ofVirtual().name("look at a run").start(() -> {
            var now = now(then);
            done.add(() -> {
                looking = false;
                if (shown == then && now != null && !now.equals(then)) {
                    shown = now;
                    changed.set(now.file());
                }
            });
        });
    }

    /// Null if it is gone, which is no reason to take it from the person's eyes.
    private static Stamp now(Stamp then) {
        try {
            return Stamp.of(then.file());
        } catch (IOException gone) {
            return null;
        }
    }

    /// Takes in what has come of opening and saving.
    ///
    /// @return whether there was anything
    boolean poll() {
        look();
        boolean any = false;
        for (var action = done.poll(); action != null; action = done.poll()) {
            action.run();
            any = true;
        }
        return any;
    }
}
