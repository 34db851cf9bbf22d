package dev.thoughtscope.search;

/// A person's hand on a running search: pause, go on, one simulation at a time, stop. Any thread.
public final class Control {
    private enum Mode {
        RUNNING,
        PAUSED,
        STOPPED
    }

    private Mode mode;
    private int steps;

    private Control(Mode mode) {
        this.mode = mode;
    }

    public static Control running() {
        return new Control(Mode.RUNNING);
    }

    public static Control paused() {
        return new Control(Mode.PAUSED);
    }

    public synchronized void pause() {
        change(Mode.PAUSED);
    }

    public synchronized void resume() {
        change(Mode.RUNNING);
    }

    /// Lets one simulation through, then pauses.
    public synchronized void step() {
        steps++;
        change(Mode.PAUSED);
    }

    /// Ends the search; what runs now is given up within 200 ms.
    public synchronized void stop() {
        change(Mode.STOPPED);
    }

    public synchronized boolean isStopped() {
        return mode == Mode.STOPPED;
    }

    public synchronized boolean isPaused() {
        return mode == Mode.PAUSED && steps == 0;
    }

    /// True while simulations are let through one at a time.
    public synchronized boolean isStepping() {
        return mode == Mode.PAUSED;
    }

    /// Waits while paused.
    ///
    /// @return whether to go on; false once stopped
    public synchronized boolean awaitTurn() throws InterruptedException {
        while (mode == Mode.PAUSED && steps == 0) {
            wait();
        }
        if (mode == Mode.PAUSED) {
            steps--;
        }
        return mode != Mode.STOPPED;
    }

    private void change(Mode next) {
        if (mode != Mode.STOPPED) {
            mode = next;
        }
        notifyAll();
    }
}
