package dev.thoughtscope.engine.http;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// One generation on a server: a virtual thread that reads its stream.
final class RemoteRun implements Running {
    /// @param shared tokens of the prompt that the server had computed before
    /// @param computed tokens that it put through the model
    record End(StopReason reason, int shared, int computed) {}

    /// Talks with the server, hands over what it says, and tells how it ended.
    @FunctionalInterface
    interface Talk {
        End with(Call call, Consumer<TokenStep> steps);
    }

    private final CompletableFuture<Generation> result = new CompletableFuture<>();
    private final Call call = new Call();
    private final List<TokenStep> steps = new ArrayList<>();
    private final Consumer<TokenStep> onToken;

    private RemoteRun(Consumer<TokenStep> onToken) {
        this.onToken = onToken;
    }

    /// @param places on the server; the run waits for one
    /// @param ledger told of what was done, also where it failed half way
    static RemoteRun start(Talk talk, Semaphore places, Consumer<TokenStep> onToken, RemoteLedger ledger) {
        var run = new RemoteRun(onToken);
        Thread.ofVirtual().name("remote branch").start(() -> run.run(talk, places, ledger));
        return run;
    }

    private void run(Talk talk, Semaphore places, RemoteLedger ledger) {
        ledger.begin();
        var end = new End(StopReason.CANCELLED, 0, 0);
        Throwable failure = null;
        boolean placed = false;
        try {
            var waiting = Thread.currentThread();
            call.during(waiting::interrupt);
            places.acquire();
            placed = true;
            end = talk.with(call, this::step);
        } catch (InterruptedException | CancellationException _) {
            // Cancelled: what there is so far is the result.
        } catch (RuntimeException | Error failed) {
            failure = failed;
        } finally {
            if (placed) {
                places.release();
            }
            ledger.end(steps, end);
        }
        if (failure == null || call.isCancelled()) {
            result.complete(new Generation(steps, end.reason, end.shared, end.computed));
        } else {
            result.completeExceptionally(
                    failure instanceof EngineException
                            ? failure
                            : new EngineException("The server's reply could not be used: " + failure, failure));
        }
    }

    private void step(TokenStep step) {
        if (call.isCancelled()) {
            throw new CancellationException();
        }
        steps.add(step);
        onToken.accept(step);
    }

    @Override
    public CompletableFuture<Generation> result() {
        return result;
    }

    @Override
    public void cancel() {
        call.cancel();
    }
}
