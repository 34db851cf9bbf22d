package dev.thoughtscope.study;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Sampling;
import java.util.List;
import java.util.function.Supplier;

/// The engine that a study runs on, opened anew when it dies. Any thread.
final class EngineKeeper implements AutoCloseable {
    private static final int MOST_DEATHS_IN_A_ROW = 8;

    private final Supplier<Engine> opener;
    private Engine engine;
    private int deaths;

    /// @param engine to begin with; closed with this
    EngineKeeper(Engine engine, Supplier<Engine> opener) {
        this.engine = engine;
        this.opener = opener;
    }

    synchronized Engine engine() {
        return engine;
    }

    /// Finds out whether a failure was the request's or the engine's own, and mends the latter.
    ///
    /// @return whether the engine was at fault, so that what failed can be tried again
    /// @throws EngineException if it cannot be opened again, or dies without doing anything between
    synchronized boolean wasAtFault(Engine failed) throws InterruptedException {
        if (failed != engine) {
            return true;
        }
        if (answers(failed)) {
            return false;
        }
        do {
            engine.close();
            deaths++;
            if (deaths > MOST_DEATHS_IN_A_ROW) {
                throw new EngineException("The engine stopped " + deaths + " times in a row. What was measured is kept;"
                        + " resume when the model runs again.");
            }
            engine = opener.get();
        } while (!answers(engine));
        return true;
    }

    synchronized void didWell() {
        deaths = 0;
    }

    private static boolean answers(Engine engine) throws InterruptedException {
        try {
            var prefix = engine.tokenize("1 + 1", false, true);
            engine.start(GenerateRequest.sample(prefix, 1, Sampling.greedy(), List.of()), _ -> {}).await();
            return true;
        } catch (RuntimeException dead) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        engine.close();
    }
}
