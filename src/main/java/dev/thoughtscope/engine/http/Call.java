package dev.thoughtscope.engine.http;

import java.time.Duration;

/// A handle by which another thread ends what one request is waiting for. Any thread.
final class Call {
    private Runnable abort = () -> {};
    private boolean cancelled;

    /// What ends the wait that begins now; done at once if the call is cancelled already.
    void during(Runnable how) {
        boolean now;
        synchronized (this) {
            abort = how;
            now = cancelled;
        }
        if (now) {
            how.run();
        }
    }

    void cancel() {
        Runnable how;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            how = abort;
            notifyAll();
        }
        how.run();
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /// Waits, but not longer than until it is cancelled.
    synchronized void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis(); left > 0 && !cancelled; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
