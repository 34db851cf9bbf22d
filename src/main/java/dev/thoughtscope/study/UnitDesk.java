package dev.thoughtscope.study;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.search.Control;
import dev.thoughtscope.session.LogFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Hands out units to workers and takes their results.
///
/// Units go on side by side as long as their branches have seats. A forward pass with too few branches wastes what a
/// pass costs anyway; with too many problems in it, each branch looks past the cells of all others, which costs more.
///
/// When the engine dies under many runs, none of them can be blamed: each is tried again with the engine to itself, and
/// only the one under which it dies again is given up.
final class UnitDesk {
    private final ArrayDeque<Unit> left;
    private final UnitRun run;
    private final StudyFolder logs;
    private final ResultFile<Result> results;
    private final Tally tally;
    private final StudyControl control;
    private final ReentrantReadWriteLock company = new ReentrantReadWriteLock(true);
    private final int branches;
    private final Semaphore seats;
    private int underWay;
    private int seated;

    /// @param logs null where no event logs are kept
    /// @param branches that go on at a time, roughly
    UnitDesk(
            List<Unit> left,
            UnitRun run,
            StudyFolder logs,
            ResultFile<Result> results,
            Tally tally,
            StudyControl control,
            int branches) {
        this.branches = branches;
        this.seats = new Semaphore(branches, true);
        this.left = new ArrayDeque<>(left);
        this.run = run;
        this.logs = logs;
        this.results = results;
        this.tally = tally;
        this.control = control;
    }

    /// Works until nothing is left or the study is stopped.
    Void work() throws IOException, InterruptedException {
        try {
            for (var hand = control.begin(); hand != null; hand = control.begin()) {
                boolean more;
                try {
                    more = workOne(hand);
                } finally {
                    control.end(hand);
                }
                if (!more) {
                    break;
                }
            }
            return null;
        } catch (IOException | RuntimeException | InterruptedException failed) {
            giveUp();
            throw failed;
        }
    }

    private boolean workOne(Control hand) throws IOException, InterruptedException {
        var unit = next();
        if (unit.isEmpty()) {
            return false;
        }
        var result = seated(unit.get(), hand);
        ended();
        if (result.isEmpty()) {
            putBack(unit.get());
            return false;
        }
        results.append(result.get());
        tally.count(unit.get().weight(), result.get().tokens(), !result.get().failure().isEmpty());
        return true;
    }

    /// One that wants more seats than there are gets all.
    private Optional<Result> seated(Unit unit, Control hand) throws IOException, InterruptedException {
        int wanted = Math.min(branches, unit.branches());
        seats.acquire(wanted);
        sit(wanted);
        try {
            return result(unit, hand);
        } finally {
            sit(-wanted);
            seats.release(wanted);
        }
    }

    /// Empty if the study was stopped meanwhile.
    private Optional<Result> result(Unit unit, Control hand) throws IOException, InterruptedException {
        var first = once(unit, hand, company.readLock());
        if (first.isPresent() || hand.isStopped()) {
            return first;
        }
        var second = once(unit, hand, company.writeLock());
        return second.isPresent() || hand.isStopped()
                ? second
                : Optional.of(Result.failed(unit, "The engine stopped twice while it worked on this problem."));
    }

    /// Empty if the engine died or the study was stopped.
    private Optional<Result> once(Unit unit, Control hand, Lock lock) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        var engine = run.keeper().engine();
        try {
            double before = sharers(unit);
            var measured = run.run(engine, unit, hand, control);
            if (hand.isStopped()) {
                return Optional.empty();
            }
            run.keeper().didWell();
            return Optional.of(measured.result((before + sharers(unit)) / 2, save(unit, measured)));
        } catch (EngineException | IllegalArgumentException failed) {
            return run.keeper().wasAtFault(engine)
                    ? Optional.empty()
                    : Optional.of(Result.failed(unit, failed.getMessage()));
        } finally {
            lock.unlock();
        }
    }

    /// Name of the log's file, empty where none is kept.
    private String save(Unit unit, UnitRun.Measured measured) throws IOException {
        if (logs == null) {
            return "";
        }
        String name = unit.fileName() + LogFile.EXTENSION;
        try {
            LogFile.write(measured.log(), logs.runs().resolve(name));
        } catch (IOException full) {
            throw new IOException(
                    "The log of a run cannot be written to " + logs.runs() + " (" + full.getMessage()
                            + "). What was measured before is kept: make room on the disk and resume.",
                    full);
        }
        return name;
    }

    synchronized boolean isEmpty() {
        return left.isEmpty() && underWay == 0;
    }

    private synchronized Optional<Unit> next() {
        var unit = Optional.ofNullable(left.poll());
        underWay += unit.isPresent() ? 1 : 0;
        return unit;
    }

    private synchronized void putBack(Unit unit) {
        left.addFirst(unit);
    }

    private synchronized void ended() {
        underWay--;
    }

    private synchronized void sit(int more) {
        seated += more;
    }

    /// Runs like this one that would fill the seats that are taken, 1 or more.
    private synchronized double sharers(Unit unit) {
        return Math.max(1, seated / (double) Math.min(branches, unit.branches()));
    }

    /// Lets the other workers end soon.
    void giveUp() {
        synchronized (this) {
            left.clear();
        }
        control.stop();
    }
}
