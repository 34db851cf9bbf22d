package dev.thoughtscope.study;

import java.time.Duration;
import java.util.List;
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

    Tally(List<Unit> all, List<Unit> left, int failed, StudyControl control, Consumer<Progress> told) {
        this.total = all.size();
        this.done = all.size() - left.size();
        this.failed = failed;
        this.weightToDo = left.stream().mapToDouble(Unit::weight).sum();
        this.control = control;
        this.pausedBefore = control.pausedNanos();
        this.told = told;
    }

    synchronized void count(Unit unit, Result result) {
        done++;
        failed += result.failure().isEmpty() ? 0 : 1;
        tokens += result.tokens();
        weightDone += unit.weight();
        tell();
    }

    synchronized void tell() {
        long elapsed = System.nanoTime() - start - (control.pausedNanos() - pausedBefore);
        double left = weightDone == 0 ? 0 : elapsed * (weightToDo - weightDone) / weightDone;
        told.accept(new Progress(
                done, total, failed, Duration.ofNanos(elapsed), Duration.ofNanos(Math.max(0, (long) left)), tokens));
    }
}
