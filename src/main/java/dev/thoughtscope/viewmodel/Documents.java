package dev.thoughtscope.viewmodel;

import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.LogFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// Opens and saves runs. Files are read and written on threads of their own; what comes of it waits here for the
/// window's thread.
public final class Documents {
    private final Queue<Runnable> done = new ConcurrentLinkedQueue<>();
    private final Consumer<EventLog> onOpened;
    private final Consumer<String> onSentence;

    /// @param onOpened takes a run that was read
    /// @param onSentence takes what went wrong, or what was left out
    Documents(Consumer<EventLog> onOpened, Consumer<String> onSentence) {
        this.onOpened = onOpened;
        this.onSentence = onSentence;
    }

    public void open(Path file) {
        Thread.ofVirtual().name("open a run").start(() -> {
            try {
                var opened = LogFile.read(file);
                done.add(() -> {
                    onOpened.accept(opened.log());
                    opened.damage().ifPresent(onSentence);
                });
            } catch (IOException failed) {
                done.add(() -> onSentence.accept(failed.getMessage()));
            }
        });
    }

    void save(EventLog log, Path file) {
        Thread.ofVirtual().name("save a run").start(() -> {
            try {
                LogFile.write(log, file);
            } catch (IOException failed) {
                done.add(() -> onSentence.accept(failed.getMessage()));
            }
        });
    }

    /// Tells a sentence in the window, from any thread.
    void tellLater(String sentence) {
        done.add(() -> onSentence.accept(sentence));
    }

    /// Takes in what has come of opening and saving.
    ///
    /// @return whether there was anything
    boolean poll() {
        boolean any = false;
        for (var action = done.poll(); action != null; action = done.poll()) {
            action.run();
            any = true;
        }
        return any;
    }
}
