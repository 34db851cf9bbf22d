package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Chains that run together: all thoughts are written at once, then all are weighed at once, so that each
/// forward pass of the engine moves all of them.
final class Wave {
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final int TOO_MANY = 2;

    private final Engine engine;
    private final ProbeControl control;
    private final List<Chain> chains;
    private final long mostComputed;
    private boolean crowded;

    /// @param fair tokens that the engine computes for this wave if all of it has room
    Wave(Engine engine, ProbeControl control, List<Chain> chains, long fair) {
        this.engine = engine;
        this.control = control;
        this.chains = chains;
        mostComputed = engine.stats().computedTokens() + TOO_MANY * fair;
    }

    /// Whether it was given up because the engine computed the same tokens again and again for want of room.
    boolean isCrowded() {
        return crowded;
    }

    /// Goes on until all is done, somebody halts it, or it is crowded. What is finished is kept either way.
    ///
    /// @param weighed called for each chain as it is done, in order
    /// @throws EngineException if the engine fails
    void advance(Runnable weighed) throws InterruptedException {
        var unwritten = chains.stream().filter(chain -> !chain.isWritten()).toList();
        if (all(unwritten, Chain::writing, Chain::write)) {
            var unweighed = chains.stream().filter(chain -> !chain.isWeighed()).toList();
            all(unweighed, Chain::weighing, (chain, generation) -> {
                chain.weigh(generation);
                weighed.run();
            });
        }
    }

    /// @return false if it was halted
    private boolean all(
            List<Chain> asked, Function<Chain, GenerateRequest> ask, BiConsumer<Chain, Generation> take)
            throws InterruptedException {
        var runs = new ArrayList<Running>();
        int taken = 0;
        try {
            for (var chain : asked) {
                runs.add(engine.start(ask.apply(chain), _ -> {}));
            }
            while (taken < runs.size()) {
                var generation = await(runs.get(taken));
                if (generation == null) {
                    return false;
                }
                take.accept(asked.get(taken), generation);
                taken++;
            }
            return true;
        } finally {
            runs.forEach(Running::cancel);
            for (int i = taken; i < runs.size(); i++) {
                var done = finished(runs.get(i));
                if (done != null) {
                    take.accept(asked.get(i), done);
                }
            }
        }
    }

    /// @return null if it was halted first
    private Generation await(Running running) throws InterruptedException {
        while (!control.isHalted() && !crowded) {
            try {
                running.result().get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                var generation = running.await();
                return generation.reason() == StopReason.CANCELLED ? null : generation;
            } catch (TimeoutException _) {
                // Looks again whether to stop.
                crowded = engine.stats().computedTokens() > mostComputed;
            } catch (ExecutionException _) {
                return running.await();
            }
        }
        return null;
    }

    private static Generation finished(Running running) {
        var result = running.result();
        if (!result.isDone() || result.isCompletedExceptionally()) {
            return null;
        }
        var generation = result.join();
        return generation.reason() == StopReason.CANCELLED ? null : generation;
    }
}
