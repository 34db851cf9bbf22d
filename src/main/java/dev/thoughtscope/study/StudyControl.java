package dev.thoughtscope.study;

import dev.thoughtscope.search.Control;
import java.util.HashSet;
import java.util.Set;

/// A person's hand on a running study. Any thread.
public final class StudyControl {
    private final Set<Control> running = new HashSet<>();
    private boolean paused;
    private boolean stopped;
    private long pausedSince;
    private long pausedNanos;

    /// Nothing new begins; what runs waits at its next wave of simulations.
    public synchronized void pause() {
        if (!paused) {
            paused = true;
            pausedSince = System.nanoTime();
            running.forEach(Control::pause);
        }
    }

    public synchronized void resume() {
        if (paused) {
            paused = false;
            pausedNanos += System.nanoTime() - pausedSince;
            running.forEach(Control::resume);
            notifyAll();
        }
    }

    /// Ends the study; runs that are not over are given up and done anew when it is resumed.
    public synchronized void stop() {
        stopped = true;
        running.forEach(Control::stop);
        notifyAll();
    }

    public synchronized boolean isStopped() {
        return stopped;
    }

    public synchronized boolean isPaused() {
        return paused;
    }

    synchronized long pausedNanos() {
        return pausedNanos + (paused ? System.nanoTime() - pausedSince : 0);
    }

    /// Waits while paused.
    ///
    /// @return a hand on the run that may begin now, or null once stopped
    synchronized Control begin() throws InterruptedException {
        while (paused && !stopped) {
            wait();
        }
        if (stopped) {
            return null;
        }
        var control = Control.running();
        running.add(control);
        return control;
    }

    synchronized void end(Control control) {
        running.remove(control);
    }

    synchronized int runningNow() {
        return running.size();
    }
}
