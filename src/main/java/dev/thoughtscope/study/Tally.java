package dev.thoughtscope.study;

import java.time.Duration;
import java.util.function.Consumer;

/// Counts what is done and tells how far a study is.
final class Tally {
    private final int total;
    private final StudyControl control;
    private final Consumer<Progress> told;
    private final long start = System.nanoTime();
    private final long pausedBefore;
    private final double weightToDo;
    private double weightDone;
    private int done;
    private int failed;
    private long tokens;

    /// @param done of `total`, in earlier sittings, `failed` of them in vain
    /// @param weightToDo what is left will cost this much in all, as told to [#count]
    Tally(int total, int done, int failed, double weightToDo, StudyControl control, Consumer<Progress> told) {
        this.total = total;
        this.done = done;
        this.failed = failed;
        this.weightToDo = weightToDo;
        this.control = control;
        this.pausedBefore = control.pausedNanos();
        this.told = told;
    }

    synchronized void count(double weight, long newTokens, boolean hasFailed) {
        done++;
        failed += hasFailed ? 1 : 0;
        tokens += newTokens;
        weightDone += weight;
        tell();
    }

    synchronized void tell() {
        long elapsed = System.nanoTime() - start - (control.pausedNanos() - pausedBefore);
        double left = weightDone == 0 ? 0 : elapsed * (weightToDo - weightDone) / weightDone;
        told.accept(new Progress(
                done, total, failed, Duration.ofNanos(elapsed), Duration.ofNanos(Math.max(0, (long) left)), tokens));
    }
}
