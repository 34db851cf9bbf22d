package dev.thoughtscope.cli;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.search.Order;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.session.Autosave;
import dev.thoughtscope.session.Conversation;
import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.session.Run;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Thinker;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Asks a question, searches for the answer, prints the tree and the answer.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The search ended with an answer.",
            "1:The model or the search failed.",
            "2:The command was not understood.",
            "3:A file could not be written.",
            "4:The search ended without an answer."
        })
public final class RunCommand implements Callable<Integer> {
    private static final long TELL_EVERY_MILLIS = 1000;

    private final Snapshots snapshots;

    @Spec
    private CommandSpec spec;

    @Option(names = "--below", paramLabel = "NODE", description = "With --from: search only below this node, by its number.")
    private Integer below;

    @Parameters(index = "0", arity = "0..1", paramLabel = "QUESTION", description = "What to ask.")
    private String question;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Go on with a saved run or an imported trace (*.thoughts) instead of asking a question.")
    private Path from;

    @Option(
            names = "--after",
            paramLabel = "FILE",
            description = "The question follows this saved run (*.thoughts): the model sees what was asked and answered there,"
                    + " not what was thought.")
    private Path after;

    @Option(names = "--at", paramLabel = "N", description = "With --from: go on after its first N events. Default: all.")
    private int at = Integer.MAX_VALUE;

    @Mixin
    private EngineOptions engineOptions;

    @Option(names = "--action", description = "What one node holds: step, mini-step-64, mini-step-32 or mini-step-N.")
    private String action = "step";

    @Option(names = "--rollouts", description = "Simulations to run.")
    private int rollouts = 16;

    @Option(names = "--width", description = "Children that an expansion asks for.")
    private int width = 4;

    @Option(names = "--parallel", description = "Simulations that run together.")
    private int parallel = 4;

    @Option(names = "--max-tokens", description = "Tokens of one path at most.")
    private int maxTokens = 400;

    @Option(names = "--temperature", description = "Of sampling; 0 takes the most probable token. Default: the dialect's.",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private Double temperature;

    @Option(names = "--seed", description = "The same seed gives the same search on the same machine and library.")
    private long seed = 1;

    @Option(names = "--reflect", description = "Let each thought be thought again after the reflection sentence.")
    private boolean reflect;

    @Mixin
    private MethodOptions method;

    @Option(names = "--expect", paramLabel = "ANSWER", description = "The right answer, to mark the answers found.",
            defaultValue = "", showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private String expected;

    @Option(names = "--out", paramLabel = "FILE", description = "Save the run as it goes (*.thoughts).")
    private Path out;

    @Option(names = "--snapshot", paramLabel = "FILE.png", description = "Save the picture of the window at the end.")
    private Path snapshot;

    @Option(
            names = "--control",
            paramLabel = "FILE",
            description = "Debugger commands, one line of JSON each, from a file or - for standard input;"
                    + " the run begins paused.")
    private String commands;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    public RunCommand(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if ((question == null) == (from == null)) {
            throw new IllegalArgumentException("A run needs a question, or --from with a saved run, and not both.");
        }
        try (var engine = engineOptions.open(err()::println)) {
            var dialect = engineOptions.dialectFor(engine);
            var thinker = new Thinker(engine, dialect, List.of());
            double heat = temperature == null ? dialect.temperature() : temperature;
            var request = new RunRequest(
                    question, action, rollouts, width, parallel, maxTokens, heat, seed, reflect, commands != null,
                    method.options());
            var before = engine.stats();
            long start = System.nanoTime();
            var run = begin(thinker, request);
            if (!run.notice().isEmpty()) {
                err().println(run.notice());
            }
            if (commands != null) {
                control(run);
            }
            var saved = out == null ? CompletableFuture.completedFuture((Void) null) : Autosave.follow(run.log(), out, this::notice);
            var tree = follow(run);
            double elapsed = (System.nanoTime() - start) / 1e9;
            await(saved);
            if (tree.state() == Tree.State.FAILED) {
                throw new EngineException(tree.message());
            }
            return report(engine, run, tree, engine.stats().minus(before), elapsed);
        }
    }

    private Run begin(Thinker thinker, RunRequest request) throws IOException {
        if (from == null) {
            return thinker.start(request, expected, after == null ? List.of() : Conversation.of(LogFile.read(after).log()));
        }
        var opened = LogFile.read(from);
        opened.damage().ifPresent(err()::println);
        int events = Math.min(at, opened.log().size());
        if (below == null) {
            return thinker.goOn(opened.log(), events, request);
        }
        var run = thinker.goOn(opened.log(), events, request.withPaused(true));
        run.control().order(new Order.Focus(below));
        if (!request.paused()) {
            run.control().resume();
        }
        return run;
    }

    private void control(Run run) throws IOException {
        var lines = commands.equals("-")
                ? new InputStreamReader(System.in, StandardCharsets.UTF_8)
                : Files.newBufferedReader(Path.of(commands));
        var control = new ControlLines(run, spec.commandLine().getOut(), err());
        Thread.ofPlatform().daemon().name("control").start(() -> control.read(lines));
    }

    /// Waits for the end and tells how far it is.
    private Tree follow(Run run) throws InterruptedException {
        var tree = new Tree();
        int next = 0;
        long told = System.nanoTime();
        while (true) {
            boolean ended = run.log().hasEnded();
            for (var events = run.log().read(next, 1000); !events.isEmpty(); events = run.log().read(next, 1000)) {
                events.forEach(recorded -> tree.apply(recorded.event()));
                next += events.size();
            }
            if (ended) {
                return tree;
            }
            if (!json && System.nanoTime() - told > TELL_EVERY_MILLIS * 1_000_000) {
                told = System.nanoTime();
                err().printf(
                        Locale.ROOT,
                        "%d of %d rollouts, %d nodes, %d tokens%n",
                        tree.simulations(),
                        rollouts,
                        tree.size(),
                        tree.generatedTokens());
                err().flush();
            }
            Thread.sleep(5);
        }
    }

    private static void await(CompletableFuture<Void> saved) throws IOException, InterruptedException {
        try {
            saved.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().getMessage(), failed.getCause());
        }
    }

    private int report(Engine engine, Run run, Tree tree, EngineStats stats, double seconds) throws IOException {
        var report = new RunReport(tree, engine.model(), stats, seconds);
        var printer = spec.commandLine().getOut();
        if (json) {
            printer.println(report.json());
        } else {
            report.print(printer);
        }
        printer.flush();
        if (snapshot != null) {
            snapshots.write(run.log(), snapshot);
        }
        return report.hasAnswer() ? Exit.OK : Exit.NO_ANSWER;
    }

    private void notice(String sentence) {
        err().println(sentence);
        err().flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
