package dev.thoughtscope.engine.bench;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.llama.LlamaEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Measures an engine that nobody else uses meanwhile.
public final class Benchmark {
    private static final int WARM_UP_TOKENS = 16;

    /// Long enough for Java's compilers to have seen what runs most.
    private static final long WARM_UP_NANOS = 3_000_000_000L;

    private static final int BASELINE_BRANCHES = 2;
    private static final double NEVER = -1e9;

    private final Engine engine;
    private final BenchSettings settings;
    private final BareRates bare;
    private final Consumer<String> onProgress;
    private final Sampling endless;
    private final SplittableRandom random = new SplittableRandom();

    private Benchmark(Engine engine, BenchSettings settings, BareRates bare, Consumer<String> onProgress) {
        this.engine = engine;
        this.settings = settings;
        this.bare = bare;
        this.onProgress = onProgress;
        endless = endless(engine.model());
    }

    /// @param engine with at least [BenchSettings#cells()] cells
    /// @param bare what llama.cpp alone gives on the same work, where it was measured
    /// @param onProgress told what is measured next
    public static BenchResult run(Engine engine, BenchSettings settings, BareRates bare, Consumer<String> onProgress)
            throws InterruptedException {
        return new Benchmark(engine, settings, bare, onProgress).run();
    }

    /// Tokens per second of branches that share a prefix nobody has computed yet.
    static double rate(Engine engine, int prefix, int branches, int tokens) throws InterruptedException {
        var settings = new BenchSettings(List.of(branches), List.of(prefix), tokens, false);
        return new Benchmark(engine, settings, BareRates.NONE, _ -> {})
                .measure(prefix, branches, Double.NaN)
                .tokensPerSecond();
    }

    private BenchResult run() throws InterruptedException {
        onProgress.accept("warming up");
        for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP_NANOS; ) {
            await(start(freshPrefix(32), 8, WARM_UP_TOKENS, new AtomicLong()));
        }
        var rows = new ArrayList<BenchRow>();
        for (int prefix : settings.prefixes()) {
            if (prefix + settings.tokens() > engine.model().contextLength()) {
                onProgress.accept("a prefix of " + prefix + " tokens is left out: the model's context has room for "
                        + engine.model().contextLength());
                continue;
            }
            double baseline = settings.baseline() ? baseline(prefix) : Double.NaN;
            for (int width : settings.widths()) {
                onProgress.accept("prefix " + prefix + ", " + width + " branches");
                rows.add(bestOf(prefix, width, baseline));
            }
        }
        return new BenchResult(
                engine.model(), rows, engine instanceof LlamaEngine llama ? llama.meanForkMicros() : Double.NaN);
    }

    /// The best of as many runs as llama.cpp alone is given.
    private BenchRow bestOf(int prefix, int width, double baseline) throws InterruptedException {
        var best = measure(prefix, width, baseline);
        for (int i = 1; i < BareRates.REPEATS; i++) {
            var again = measure(prefix, width, baseline);
            if (again.tokensPerSecond() > best.tokensPerSecond()) {
                best = again;
            }
        }
        return best;
    }

    private BenchRow measure(int prefixLength, int width, double baseline) throws InterruptedException {
        var prefix = freshPrefix(prefixLength);
        var before = engine.stats();
        var firstToken = new AtomicLong();
        long start = System.nanoTime();
        var running = start(prefix, width, settings.tokens(), firstToken);
        int generated = await(running);
        long end = System.nanoTime();
        // Totals that a process of its own reports may be behind.
        var spent = engine.stats().minus(before);
        double passes = Math.max(1, spent.decodeCalls());
        return new BenchRow(
                width,
                prefixLength,
                generated / seconds(end - start),
                (generated - width) / seconds(end - firstToken.get()),
                millis(firstToken.get() - start),
                millis(spent.decodeNanos()) / passes,
                millis(end - start - spent.decodeNanos()) / passes,
                baseline,
                bare.of(prefixLength, width));
    }

    /// Tokens per second of plain generation, a branch at a time, nothing shared.
    private double baseline(int prefixLength) throws InterruptedException {
        onProgress.accept("prefix " + prefixLength + ", one branch after another");
        int generated = 0;
        long start = System.nanoTime();
        for (int i = 0; i < BASELINE_BRANCHES; i++) {
            generated += await(start(freshPrefix(prefixLength), 1, settings.tokens(), new AtomicLong()));
        }
        return generated / seconds(System.nanoTime() - start);
    }

    /// Sampling that never draws a token that ends the text, so that every branch writes all of its tokens.
    private static Sampling endless(ModelInfo model) {
        var bias = new HashMap<Integer, Double>();
        for (var key : List.of("tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id")) {
            var id = model.metadata().getOrDefault(key, "");
            if (id.matches("\\d{1,9}")) {
                bias.put(Integer.valueOf(id), NEVER);
            }
        }
        return new Sampling(1, 0, 1, 0, 1, bias, "", 0);
    }

    private List<Running> start(Sequence prefix, int width, int tokens, AtomicLong firstToken) {
        var running = new ArrayList<Running>();
        for (int seed = 0; seed < width; seed++) {
            running.add(engine.start(
                    GenerateRequest.sample(prefix, tokens, endless.withSeed(seed), List.of()),
                    _ -> firstToken.compareAndSet(0, System.nanoTime())));
        }
        return running;
    }

    private static int await(List<Running> running) throws InterruptedException {
        int generated = 0;
        for (var one : running) {
            generated += one.await().steps().size();
        }
        return generated;
    }

    /// Tokens that no earlier measurement began with.
    private Sequence freshPrefix(int length) {
        int vocabulary = engine.model().vocabularySize();
        var tokens = new int[length];
        for (int i = 0; i < length; i++) {
            tokens[i] = random.nextInt(vocabulary / 2, vocabulary);
        }
        return Sequence.of(tokens);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
