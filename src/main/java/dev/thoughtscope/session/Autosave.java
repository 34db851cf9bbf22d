package dev.thoughtscope.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// Keeps a file up to date with a running log, at most half a second behind.
public final class Autosave {
    private static final long EVERY_MILLIS = 300;

    private Autosave() {}

    /// Follows the log to its last event on a thread of its own.
    ///
    /// @return completes when the run has ended and the file is whole, exceptionally with an [IOException] when it
    ///     cannot be written; the run goes on without it
    /// @throws IOException if the file cannot be made
    public static CompletableFuture<Void> follow(EventLog log, Path file) throws IOException {
        var appender = new LogFile.Appender(log, file);
        var saved = new CompletableFuture<Void>();
        Thread.ofVirtual().name("autosave").start(() -> {
            try {
                try (appender) {
                    while (!log.hasEnded()) {
                        appender.append();
                        Thread.sleep(EVERY_MILLIS);
                    }
                }
                saved.complete(null);
            } catch (IOException | InterruptedException failed) {
                saved.completeExceptionally(failed);
            }
        });
        return saved;
    }
}
