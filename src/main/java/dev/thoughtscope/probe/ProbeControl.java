package dev.thoughtscope.probe;

/// A person's hand on a strip under way. Any thread.
public final class ProbeControl {
    private boolean paused;
    private boolean cancelled;

    public synchronized void pause() {
        paused = true;
    }

    public synchronized void resume() {
        paused = false;
        notifyAll();
    }

    /// Ends it; what is measured stays.
    public synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    public synchronized boolean isPaused() {
        return paused;
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized boolean isHalted() {
        return paused || cancelled;
    }

    /// Waits while paused.
    ///
    /// @return whether to go on
    synchronized boolean awaitTurn() throws InterruptedException {
        while (paused && !cancelled) {
            wait();
        }
        return !cancelled;
    }
}
