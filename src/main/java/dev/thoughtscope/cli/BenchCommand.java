package dev.thoughtscope.cli;

import dev.thoughtscope.engine.bench.BenchSettings;
import dev.thoughtscope.engine.bench.Benchmark;
import dev.thoughtscope.engine.bench.ModelShape;
import dev.thoughtscope.engine.bench.RandomModel;
import dev.thoughtscope.session.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Measures: tokens per second by width and shared prefix, beside the same work one branch after"
                + " another. Studies have a bench of their own: study bench.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final int PER_BRANCH_ROOM = 64;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engineOptions;

    @Option(names = "--widths", split = ",", paramLabel = "N", description = "Branches side by side. Default: 1 to 64.")
    private List<Integer> widths = BenchSettings.FULL.widths();

    @Option(names = "--prefixes", split = ",", paramLabel = "N", description = "Shared tokens. Default: 256 and 2000.")
    private List<Integer> prefixes = BenchSettings.FULL.prefixes();

    @Option(names = "--tokens", paramLabel = "N", description = "Tokens of each branch. Default: 64.")
    private int tokens = PER_BRANCH_ROOM;

    @Option(names = "--no-baseline", description = "Leave out the same work one branch after another.")
    private boolean withoutBaseline;

    @Option(names = "--start", description = "Only by itself: open the window and measure the wait.")
    private boolean start;

    @Option(names = "--view", description = "Only by itself: frames per second of the window.")
    private boolean view;

    @Option(names = "--strip", description = "Measure the token strip instead, on the held-out texts.")
    private boolean strip;

    @Option(
            names = "--make-model",
            paramLabel = "SHAPE",
            description = "Write a model of random weights instead: tiny, 125m, 0.5b, 1.1b or 7b, to the file --model.")
    private String shape;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (start || view) {
            throw new IllegalArgumentException("bench --start and bench --view take no other options.");
        }
        if (strip) {
            new BenchStrip(() -> engineOptions.open(spec.commandLine().getErr()::println), spec.commandLine().getOut())
                    .run(Home.find().models().resolve("heldout").resolve("strip.jsonl"));
            return Exit.OK;
        }
        if (shape != null) {
            return makeModel();
        }
        var settings = new BenchSettings(widths, prefixes, tokens, !withoutBaseline);
        if (engineOptions.cells == 0) {
            engineOptions.cells = settings.cells();
        }
        try (var engine = engineOptions.open(spec.commandLine().getErr()::println)) {
            var result = Benchmark.run(engine, settings, line -> {
                spec.commandLine().getErr().println(line);
                spec.commandLine().getErr().flush();
            });
            spec.commandLine().getOut().print(result.table());
            spec.commandLine().getOut().flush();
        }
        return Exit.OK;
    }

    private int makeModel() throws IOException {
        if (engineOptions.model == null) {
            throw new IllegalArgumentException("Give the file to write with --model.");
        }
        Path file = engineOptions.model;
        RandomModel.write(file, ModelShape.named(shape), 1);
        spec.commandLine().getOut().println("Wrote " + file + ".");
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
