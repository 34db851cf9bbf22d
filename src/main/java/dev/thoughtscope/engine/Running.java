package dev.thoughtscope.engine;

import java.util.concurrent.CompletableFuture;

/// A generation under way.
public interface Running {
    /// Completes with what was generated, with reason `CANCELLED` after [#cancel()], or exceptionally
    /// with an [EngineException].
    CompletableFuture<Generation> result();

    /// Ends it after the decode in progress; what it has so far is its result. Any thread, any number of times.
    void cancel();

    /// Waits for the result.
    ///
    /// @throws EngineException if the engine failed
    default Generation await() throws InterruptedException {
        try {
            return result().get();
        } catch (java.util.concurrent.ExecutionException failed) {
            if (failed.getCause() instanceof EngineException known) {
                throw known;
            }
            throw new EngineException("The engine failed: " + failed.getCause().getMessage(), failed.getCause());
        }
    }
}
