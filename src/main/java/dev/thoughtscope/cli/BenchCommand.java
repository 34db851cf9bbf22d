package dev.thoughtscope.cli;

import dev.thoughtscope.engine.bench.BenchSettings;
import dev.thoughtscope.engine.bench.ModelShape;
import dev.thoughtscope.engine.bench.RandomModel;
import dev.thoughtscope.session.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Measures: tokens per second by width and shared prefix, beside llama.cpp alone and beside the same"
                + " work one branch after another; what the engine's process costs; a search. Studies have a bench of their"
                + " own: study bench.",
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

    @Option(
            names = "--parts",
            split = ",",
            paramLabel = "PART",
            description = {
                "What to measure. Default: all, of a server only rates and single.",
                "rates: tokens per second by width and shared prefix;",
                "bare: what llama.cpp alone gives on the same work;",
                "single: the same work one branch after another;",
                "process: the cost of the engine's own process, at 16 branches;",
                "selection: finding the five most probable of 151,936 tokens;",
                "search: a search, and the share of its time outside llama.cpp."
            })
    private Set<BenchPart> parts = EnumSet.allOf(BenchPart.class);

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
        new BenchRun(spec.commandLine(), engineOptions, parts)
                .run(new BenchSettings(widths, prefixes, tokens, parts.contains(BenchPart.SINGLE)));
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
