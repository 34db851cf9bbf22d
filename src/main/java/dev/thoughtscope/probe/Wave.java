package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Chains that run together, so that each forward pass of the engine moves all of them: thoughts are written, and weighed
/// as they are written.
final class Wave {
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final int TOO_MANY = 2;

    private final Engine engine;
    private final ProbeControl control;
    private final List<Chain> chains;
    private final long mostComputed;
    private final LinkedBlockingQueue<Asked> ended = new LinkedBlockingQueue<>();
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
    /// @param weighed called for each chain as it is done
    /// @throws EngineException if the engine fails
    void advance(Runnable weighed) throws InterruptedException {
        var asked = new ArrayList<Asked>();
        try {
            for (var chain : chains) {
                if (!chain.isWeighed()) {
                    asked.add(ask(chain));
                }
            }
            for (int open = asked.size(); open > 0; ) {
                var next = next();
                if (next == null || next.running.await().reason() == StopReason.CANCELLED) {
                    return;
                }
                next.take();
                if (next.chain.isWeighed()) {
                    weighed.run();
                    open--;
                } else {
                    asked.add(ask(next.chain));
                }
            }
        } finally {
            asked.forEach(one -> one.running.cancel());
            for (var one = ended.poll(); one != null; one = ended.poll()) {
                if (one.isWhole()) {
                    one.take();
                    if (one.chain.isWeighed()) {
                        weighed.run();
                    }
                }
            }
        }
    }

    /// A thought is weighed as soon as it is written, while the engine still holds it.
    private Asked ask(Chain chain) {
        var request = chain.isWritten() ? chain.weighing() : chain.writing();
        var asked = new Asked(chain, engine.start(request, _ -> {}));
        asked.running.result().whenComplete((_, _) -> ended.add(asked));
        return asked;
    }

    /// @return null if it was halted first
    private Asked next() throws InterruptedException {
        Asked next = null;
        while (next == null && !control.isHalted() && !crowded) {
            next = ended.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            crowded |= engine.stats().computedTokens() > mostComputed;
        }
        return next;
    }

    /// What one chain has asked of the engine.
    private record Asked(Chain chain, Running running) {
        boolean isWhole() {
            var result = running.result();
            return !result.isCompletedExceptionally() && result.join().reason() != StopReason.CANCELLED;
        }

        void take() {
            var generation = running.result().join();
            if (chain.isWritten()) {
                chain.weigh(generation);
            } else {
                chain.write(generation);
            }
        }
    }
}
