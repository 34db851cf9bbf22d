package dev.thoughtscope.download;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/// Closes a stream that gives nothing for too long: a read that waits then fails.
final class StallWatch implements AutoCloseable {
    private final Closeable stream;
    private final Duration patience;
    private final Thread thread;
    private volatile long movedNanos = System.nanoTime();
    private volatile boolean stalled;

    StallWatch(Closeable stream, Duration patience) {
        this.stream = stream;
        this.patience = patience;
        thread = Thread.ofVirtual().name("stall-watch").start(this::watch);
    }

    /// Something has come.
    void moved() {
        movedNanos = System.nanoTime();
    }

    boolean hasStalled() {
        return stalled;
    }

    private void watch() {
        try {
            while (true) {
                long left = patience.toNanos() - (System.nanoTime() - movedNanos);
                if (left <= 0) {
                    stalled = true;
                    stream.close();
                    return;
                }
                Thread.sleep(Duration.ofNanos(left));
            }
        } catch (InterruptedException | IOException over) {
            // Whoever reads the stream notices.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
