package dev.thoughtscope.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Keeps a file up to date with a running log, at most half a second behind.
public final class Autosave {
    private static final long EVERY_MILLIS = 300;
    private static final int FORCE_EVERY = 7;

    private Autosave() {}

    /// Follows the log to its last event on a thread of its own.
    ///
    /// A file that is there already is kept beside as `NAME.earlier.thoughts` until the new one is whole. While a disk
    /// is full the run goes on, and is saved as soon as there is room.
    ///
    /// @param notice told in a sentence, on that thread, when the file cannot be written or was taken away
    /// @return completes when the run has ended and the file is whole, exceptionally with an [IOException] in one
    ///     sentence when it could not be written to the end
    /// @throws IOException in one sentence if the file cannot be made, or another process is writing it
    public static CompletableFuture<Void> follow(EventLog log, Path file, Consumer<String> notice) throws IOException {
        var appender = new LogAppender(log, file);
        var saved = new CompletableFuture<Void>();
        Thread.ofVirtual().name("autosave").start(() -> {
            try (appender) {
                keepUp(log, appender, notice);
                appender.finish();
                saved.complete(null);
            } catch (IOException | InterruptedException failed) {
                saved.completeExceptionally(failed);
            }
        });
        return saved;
    }

    private static void keepUp(EventLog log, LogAppender appender, Consumer<String> notice) throws InterruptedException {
        boolean troubled = false;
        var forced = CompletableFuture.<Void>completedFuture(null);
        for (int i = 1; !log.hasEnded(); i++) {
            try {
                appender.append().ifPresent(notice);
                if (i % FORCE_EVERY == 0 && forced.isDone()) {
                    // A slow disk takes its time; what comes meanwhile is not held up by it.
                    forced = CompletableFuture.runAsync(appender::forceOrLeave);
                }
                troubled = false;
            } catch (IOException refused) {
                if (!troubled) {
                    notice.accept(refused.getMessage() + " The run goes on.");
                }
                troubled = true;
            }
            Thread.sleep(EVERY_MILLIS);
        }
    }
}
