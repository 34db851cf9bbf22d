package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Control;
import dev.thoughtscope.session.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// Hands a tree over from one run to the next. The new run is prepared on a thread of its own, since it reads all
/// that was before; what is asked of it meanwhile waits.
final class DebuggerRelay {
    private final WindowModel window;
    private final DebuggerBreakpoints breakpoints;
    private final List<Consumer<Control>> waiting = new ArrayList<>();
    private CompletableFuture<Run> coming;
    private int rollouts;
    private boolean resume;

    DebuggerRelay(WindowModel window, DebuggerBreakpoints breakpoints) {
        this.window = window;
        this.breakpoints = breakpoints;
    }

    /// @param rollouts simulations more
    /// @param free whether simulations follow each other freely then
    /// @param then what to ask of the run before it begins
    void goOn(int rollouts, boolean free, Consumer<Control> then) {
        waiting.add(then);
        resume |= free;
        if (coming != null) {
            return;
        }
        var runner = window.runner();
        if (runner == null) {
            waiting.clear();
            return;
        }
        this.rollouts = rollouts;
        var from = window.here();
        var request = window.question().request(true).withRollouts(rollouts);
        var promise = new CompletableFuture<Run>();
        coming = promise;
        Thread.ofVirtual().name("going on").start(() -> {
            try {
                var run = runner.goOn(from.log(), from.events(), request);
                if (!promise.complete(run)) {
                    run.control().stop();
                }
            } catch (RuntimeException | Error failed) {
                promise.completeExceptionally(failed);
            }
        });
    }

    void cancel() {
        if (coming != null && !coming.cancel(false) && !coming.isCompletedExceptionally()) {
            coming.join().control().stop();
        }
        forget();
    }

    private void forget() {
        coming = null;
        waiting.clear();
        resume = false;
    }

    /// Takes the new run if it has come.
    ///
    /// @return whether there will be none: the window tells why
    boolean pump() {
        if (coming == null || !coming.isDone()) {
            return false;
        }
        try {
            var run = coming.join();
            window.turnTo(run, run.log(), rollouts + window.progress().get().simulations());
            breakpoints.apply(run);
            waiting.forEach(asked -> asked.accept(run.control()));
            if (resume) {
                window.pauseOrResume();
            }
            return false;
        } catch (CompletionException failed) {
            var cause = failed.getCause();
            window.trouble().set(cause.getMessage() == null ? cause.toString() : cause.getMessage());
            return true;
        } finally {
            forget();
        }
    }
}
