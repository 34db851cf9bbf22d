package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Control;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Gate;
import dev.thoughtscope.search.Journal;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.Run;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Runner;
import java.util.List;

/// Plays made-up runs over time.
public final class FakeRunner implements Runner {
    private final long nanosPerEvent;

    public FakeRunner(long nanosPerEvent) {
        this.nanosPerEvent = nanosPerEvent;
    }

    /// A whole run at once.
    public static EventLog log(RunRequest request) {
        var log = new EventLog();
        var run = new FakeRun(request, log::append);
        run.start();
        for (int i = 0; i < request.rollouts(); i++) {
            run.simulate();
        }
        run.finish();
        return log;
    }

    @Override
    public Run start(RunRequest request) {
        if (request.question().isBlank()) {
            throw new IllegalArgumentException("Please type a question first.");
        }
        var log = new EventLog();
        var control = request.paused() ? Control.paused() : Control.running();
        Thread.ofVirtual().start(() -> play(request, log, control));
        return new Run(log, control);
    }

    private void play(RunRequest request, EventLog log, Control control) {
        var run = new FakeRun(request, event -> {
            log.append(event);
            pause();
        });
        try {
            run.start();
            var gate = new Gate(new Journal(log::append), control);
            for (int i = 0; i < request.rollouts() && gate.pass(Control.Grain.SIMULATION); i++) {
                run.simulate();
            }
            log.append(new Event.Finished(
                    control.isStopped() ? Event.Ending.STOPPED : Event.Ending.BUDGET_SPENT));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() {
        try {
            Thread.sleep(nanosPerEvent / 1_000_000, (int) (nanosPerEvent % 1_000_000));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String modelLine() {
        return "thought-3m-f16 · 2.9M parameters · llama.cpp b4916";
    }

    @Override
    public List<String> samples() {
        return List.of(FakeRun.CARLA, "Tom has 12 boxes with 7 pens each. He gives away 30 pens. How many are left?",
                "Please add a pair of parentheses to the incorrect equation: 1 + 2 * 3 + 4 * 5 + 6 * 7 + 8 * 9 = 479,"
                        + " to make the equation true.");
    }
}
