package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.probe.TextFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// Texts of files on their way into the text field, read on threads of their own.
final class StripFile {
    /// A text field is no place for more.
    private static final int MOST = 200_000;

    private final ConcurrentLinkedQueue<Runnable> done = new ConcurrentLinkedQueue<>();

    /// @param found and `failed` are called by [#pump()]; the latter with a sentence
    void read(Path file, Consumer<String> found, Consumer<String> failed) {
        Thread.ofVirtual().name("read a text").start(() -> {
            try {
                String text = TextFile.read(file);
                if (text.length() > MOST) {
                    done.add(() -> failed.accept(file.getFileName() + " has " + text.length() + " characters, more than the "
                            + MOST + " that can be shown here: choose a part of it, or use the command line."));
                } else {
                    done.add(() -> found.accept(text.strip()));
                }
            } catch (NoSuchFileException _) {
                done.add(() -> failed.accept("There is no file " + file + "."));
            } catch (IOException refused) {
                done.add(() -> failed.accept(refused.getMessage()));
            }
        });
    }

    boolean pump() {
        var next = done.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }
}
