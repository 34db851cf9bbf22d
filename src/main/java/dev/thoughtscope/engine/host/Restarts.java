package dev.thoughtscope.engine.host;

import dev.thoughtscope.engine.llama.LlamaOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Decides after each death of the engine's process whether, and with which options, it is started again.
///
/// Out of memory on a GPU: with fewer layers there. Two quick deaths with layers on a GPU: without the GPU. Three quick
/// deaths in a row otherwise: no more. A death is quick before the model is ready and for ten seconds after.
/// Not thread-safe.
final class Restarts {
    private static final int MOST_QUICK_DEATHS = 3;
    private static final int MOST_ON_GPU = 2;
    private static final long QUICK_NANOS = TimeUnit.SECONDS.toNanos(10);

    private LlamaOptions options;
    private int gpuLayers;
    private int quickDeaths;
    private boolean ready;
    private long readyNanos;

    Restarts(LlamaOptions options) {
        this.options = options;
    }

    LlamaOptions options() {
        return options;
    }

    int gpuLayers() {
        return gpuLayers;
    }

    /// @param layers on GPUs
    void ready(int layers) {
        gpuLayers = layers;
        ready = true;
        readyNanos = System.nanoTime();
    }

    /// Notes a death; [#options()] may be others from now on.
    ///
    /// @return what a person is told of it, empty if the process is not to be started again
    Optional<String> onDeath(Child.Death death) {
        boolean quick = !ready || System.nanoTime() - readyNanos < QUICK_NANOS;
        ready = false;
        if (death.noMemory() && gpuLayers > 0) {
            options = options.withOffload(options.offload().fewer(gpuLayers));
            gpuLayers = options.offload().layers();
            quickDeaths = 0;
            return Optional.of(death.sentence() + " It is started again with " + gpuLayers + " layers on the GPU.");
        }
        quickDeaths = quick ? quickDeaths + 1 : 0;
        if (quickDeaths >= MOST_ON_GPU && gpuLayers > 0) {
            options = options.withOffload(options.offload().withLayers(0));
            gpuLayers = 0;
            quickDeaths = 0;
            return Optional.of(death.sentence()
                    + " That was twice in a row with layers on the GPU; it is started again on the processor alone.");
        }
        return quickDeaths < MOST_QUICK_DEATHS
                ? Optional.of(death.sentence() + " It is started again.")
                : Optional.empty();
    }

    /// Why it is not started again.
    static String last(Child.Death death) {
        return death.sentence() + " It died " + MOST_QUICK_DEATHS
                + " times in a row soon after its start, so it is not started again.";
    }
}
