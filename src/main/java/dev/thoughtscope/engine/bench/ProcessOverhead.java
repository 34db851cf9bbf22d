package dev.thoughtscope.engine.bench;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.llama.LlamaEngine;
import java.util.Arrays;
import java.util.function.Supplier;

/// What the engine's own process costs.
///
/// @param branches that ran together
/// @param inProcess tokens per second in this process
/// @param hosted tokens per second in a process of its own
/// @param forkMicros mean time to fork a branch
public record ProcessOverhead(int branches, int prefix, double inProcess, double hosted, double forkMicros) {
    private static final int REPEATS = 3;

    /// Measures one after the other, the median of three runs each.
    public static ProcessOverhead measure(
            Supplier<LlamaEngine> inProcess, Supplier<? extends Engine> hosted, int prefix, int branches, int tokens)
            throws InterruptedException {
        double here;
        double fork;
        try (var engine = inProcess.get()) {
            here = median(engine, prefix, branches, tokens);
            fork = engine.meanForkMicros();
        }
        try (var engine = hosted.get()) {
            return new ProcessOverhead(branches, prefix, here, median(engine, prefix, branches, tokens), fork);
        }
    }

    private static double median(Engine engine, int prefix, int branches, int tokens) throws InterruptedException {
        Benchmark.rate(engine, prefix, branches, tokens);
        var rates = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            rates[i] = Benchmark.rate(engine, prefix, branches, tokens);
        }
        Arrays.sort(rates);
        return rates[REPEATS / 2];
    }

    /// Share of the tokens per second that it costs; below 0 if it was faster.
    public double share() {
        return 1 - hosted / inProcess;
    }
}
