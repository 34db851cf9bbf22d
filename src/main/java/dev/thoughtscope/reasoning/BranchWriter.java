package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Control.Grain;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Gate;
import dev.thoughtscope.search.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Lets the engine write branches side by side and records their tokens as they come.
///
/// Belongs to the search's thread; tokens are handed over from the engine's.
final class BranchWriter {
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Engine engine;
    private final Journal journal;
    private final Gate gate;

    /// Asked when a branch's request has ended: the request that carries it on, or empty if it is done.
    interface Continuation {
        Optional<GenerateRequest> next(List<TokenStep> written, StopReason reason);
    }

    record Job(int node, Event.Purpose purpose, GenerateRequest request, Continuation continuation) {}

    /// @param branch its number in the log
    record Written(int branch, List<TokenStep> tokens, StopReason reason) {}

    BranchWriter(Engine engine, Journal journal, Gate gate) {
        this.engine = engine;
        this.journal = journal;
        this.gate = gate;
    }

    /// Runs all jobs at once and waits for them; cancelled ones have what they had.
    ///
    /// While somebody steps or watches, tokens are recorded one at a time, with a gate after each round; the engine
    /// may be ahead of what the log shows.
    List<Written> write(List<Job> jobs) throws InterruptedException {
        return write(jobs, true);
    }

    /// As [#write(List)], not held at gates.
    List<Written> writeAtOnce(List<Job> jobs) throws InterruptedException {
        return write(jobs, false);
    }

    private List<Written> write(List<Job> jobs, boolean gated) throws InterruptedException {
        var pens = new ArrayList<Pen>();
        long hidden = engine.hiddenTokens();
        try {
            for (var job : jobs) {
                pens.add(new Pen(job));
            }
            waitFor(pens, gated);
        } finally {
            pens.forEach(pen -> pen.running.cancel());
        }
        if (engine.hiddenTokens() > hidden) {
            journal.record(new Event.Hidden(engine.hiddenTokens() - hidden));
        }
        return pens.stream().map(Pen::written).toList();
    }

    private void waitFor(List<Pen> pens, boolean gated) throws InterruptedException {
        boolean cancelled = false;
        while (!pens.stream().allMatch(pen -> pen.done)) {
            if (gate.isStopped() && !cancelled) {
                pens.forEach(pen -> pen.running.cancel());
                cancelled = true;
            }
            boolean fine = gated && !cancelled && gate.isFine();
            boolean moved = false;
            for (var pen : pens) {
                moved |= pen.advance(fine ? 1 : Integer.MAX_VALUE);
            }
            if (moved && fine) {
                gate.pass(Grain.TOKEN);
            }
            if (!moved) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private final class Pen {
        private final Job job;
        private final int branch;
        private final ConcurrentLinkedQueue<TokenStep> arriving = new ConcurrentLinkedQueue<>();
        private final List<TokenStep> tokens = new ArrayList<>();
        private Running running;
        private StopReason reason = StopReason.CANCELLED;
        private boolean done;

        Pen(Job job) {
            this.job = job;
            this.branch = journal.startBranch(job.node(), job.purpose());
            start(job.request());
        }

        private void start(GenerateRequest request) {
            var searchThread = Thread.currentThread();
            running = engine.start(request, arriving::add);
            running.result().whenComplete((_, _) -> LockSupport.unpark(searchThread));
        }

        /// @param most tokens to record now
        boolean advance(int most) throws InterruptedException {
            if (done) {
                return false;
            }
            boolean ended = running.result().isDone();
            boolean moved = take(most);
            if (ended && arriving.isEmpty()) {
                end();
                return true;
            }
            return moved;
        }

        private boolean take(int most) {
            var more = new ArrayList<TokenStep>();
            for (int i = 0; i < most && !arriving.isEmpty(); i++) {
                more.add(arriving.remove());
            }
            if (!more.isEmpty()) {
                tokens.addAll(more);
                journal.record(new Event.TokensGenerated(branch, more));
            }
            return !more.isEmpty();
        }

        private void end() throws InterruptedException {
            reason = running.await().reason();
            if (reason != StopReason.CANCELLED) {
                var more = job.continuation().next(List.copyOf(tokens), reason);
                if (more.isPresent()) {
                    start(more.get());
                    return;
                }
            }
            done = true;
            journal.record(new Event.BranchEnded(branch, reason));
        }

        Written written() {
            return new Written(branch, List.copyOf(tokens), reason);
        }
    }
}
