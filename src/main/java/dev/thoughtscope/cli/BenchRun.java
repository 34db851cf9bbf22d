package dev.thoughtscope.cli;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.bench.BareRates;
import dev.thoughtscope.engine.bench.BenchResult;
import dev.thoughtscope.engine.bench.BenchSettings;
import dev.thoughtscope.engine.bench.Benchmark;
import dev.thoughtscope.engine.bench.ProcessOverhead;
import dev.thoughtscope.engine.host.HostedEngine;
import dev.thoughtscope.engine.llama.LlamaEngine;
import dev.thoughtscope.engine.llama.SelectionCost;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Thinker;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;

/// The parts of `bench`, one after another, so that none disturbs another.
final class BenchRun {
    private static final int PROCESS_BRANCHES = 16;

    /// Of Qwen's models, the largest in common use.
    private static final int LARGE_VOCABULARY = 151_936;

    private static final int SEARCH_ROLLOUTS = 16;
    private static final int SEARCH_TOKENS = 160;

    private final CommandLine commandLine;
    private final EngineOptions options;
    private final Set<BenchPart> parts;

    BenchRun(CommandLine commandLine, EngineOptions options, Set<BenchPart> parts) {
        this.commandLine = commandLine;
        this.options = options;
        this.parts = parts;
    }

    void run(BenchSettings settings) throws InterruptedException {
        if (options.cells == 0) {
            var widest = new BenchSettings(List.of(PROCESS_BRANCHES), settings.prefixes(), settings.tokens(), false);
            options.cells = Math.max(settings.cells(), widest.cells());
        }
        boolean local = options.server == null;
        var bare = local && parts.contains(BenchPart.BARE)
                ? BareRates.measure(options.options(), settings, this::progress)
                : BareRates.NONE;
        if (parts.contains(BenchPart.RATES)) {
            rates(settings, bare);
        }
        if (local && parts.contains(BenchPart.PROCESS)) {
            orLeaveOut(BenchPart.PROCESS, () -> process(settings));
        }
        if (local && parts.contains(BenchPart.SEARCH)) {
            orLeaveOut(BenchPart.SEARCH, this::search);
        }
    }

    private interface Part {
        void run() throws InterruptedException;
    }

    /// A model may be unable to take part: no chat template for a search, too short a context for a prefix.
    private void orLeaveOut(BenchPart name, Part part) throws InterruptedException {
        try {
            part.run();
        } catch (EngineException unable) {
            progress(name.name().toLowerCase(Locale.ROOT) + " is left out: " + unable.getMessage());
        }
    }

    private void rates(BenchSettings settings, BareRates bare) throws InterruptedException {
        try (var engine = options.open(this::progress)) {
            var result = Benchmark.run(engine, settings, bare, this::progress);
            print(result.table());
            if (options.server == null && parts.contains(BenchPart.SELECTION)) {
                selection(result);
            }
        }
    }

    private void selection(BenchResult result) {
        double micros = SelectionCost.micros(LARGE_VOCABULARY);
        int processors = Runtime.getRuntime().availableProcessors();
        var shares = new StringBuilder();
        for (var row : result.rows()) {
            if (row.prefix() == result.rows().getFirst().prefix()) {
                double millis = micros / 1000 * row.branches() / Math.min(processors, row.branches());
                shares.append(String.format(
                        Locale.ROOT, ", %.1f %% at %d", 100 * millis / row.decodeMillis(), row.branches()));
            }
        }
        print(String.format(
                Locale.ROOT,
                "top five of %,d: %.0f µs a row on one thread; on %d, of a pass of this model%s branches%n",
                LARGE_VOCABULARY,
                micros,
                processors,
                shares));
    }

    private void process(BenchSettings settings) throws InterruptedException {
        progress("the engine's own process");
        var wanted = options.options();
        int prefix = settings.prefixes().getFirst();
        var cost = ProcessOverhead.measure(
                () -> LlamaEngine.open(wanted, this::progress),
                () -> HostedEngine.open(wanted, this::progress),
                prefix,
                PROCESS_BRANCHES,
                settings.tokens());
        print(String.format(
                Locale.ROOT,
                "process: %.0f tok/s in one of its own, %.0f in this, %.1f %% %s, at %d branches, prefix %d; fork: %.1f µs%n",
                cost.hosted(),
                cost.inProcess(),
                100 * Math.abs(cost.share()),
                cost.share() < 0 ? "more" : "less",
                cost.branches(),
                cost.prefix(),
                cost.forkMicros()));
    }

    private void search() throws InterruptedException {
        progress("a search");
        try (var engine = HostedEngine.open(options.options(), this::progress)) {
            search(engine);
        }
    }

    private void search(Engine engine) throws InterruptedException {
        var request = new RunRequest(
                "How many apples are 45 and 23?", "mini-step-32", SEARCH_ROLLOUTS, 4, 4, SEARCH_TOKENS, 1, 1, false, false);
        var before = engine.stats();
        long start = System.nanoTime();
        var run = new Thinker(engine, Dialects.of(engine), List.of()).start(request);
        while (!run.log().hasEnded()) {
            Thread.sleep(1);
        }
        double nanos = System.nanoTime() - start;
        var spent = engine.stats().minus(before);
        var tree = run.log().fold();
        print(String.format(
                Locale.ROOT,
                "search: %d rollouts, %d nodes, %d tokens, %.0f tok/s, %.1f branches in a pass, %.1f %% of the time outside"
                        + " llama.cpp%n",
                tree.simulations(),
                tree.size(),
                tree.generatedTokens(),
                tree.generatedTokens() * 1e9 / nanos,
                (double) spent.decodedRows() / Math.max(1, spent.decodeCalls()),
                100 * (1 - spent.decodeNanos() / nanos)));
    }

    private void progress(String line) {
        commandLine.getErr().println(line);
        commandLine.getErr().flush();
    }

    private void print(String text) {
        commandLine.getOut().print(text);
        commandLine.getOut().flush();
    }
}
