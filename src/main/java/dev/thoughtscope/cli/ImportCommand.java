package dev.thoughtscope.cli;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.TreeText;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Thinker;
import dev.thoughtscope.session.Trace;
import dev.thoughtscope.session.TraceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Makes a run of what some other system wrote: text with <think> or other marks, a plain chain of thought, or",
            "the JSON reply of an OpenAI-like server. The loaded model scores it token by token; the run can be gone on",
            "with: thoughtscope run --from run.thoughts"
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class ImportCommand implements Callable<Integer> {
    private static final int SURPRISES = 5;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The trace, or - for standard input.")
    private String file;

    @Mixin
    private EngineOptions engineOptions;

    @Option(
            names = "--question",
            description = "What was asked. Default: as the file tells.",
            defaultValue = "",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private String question;

    @Option(names = "--action", description = "What one node holds: step, or mini-step-N.")
    private String action = "step";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the run is saved (*.thoughts).")
    private Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var trace = asked(read());
        try (var engine = engineOptions.open(spec.commandLine().getErr()::println)) {
            var thinker = new Thinker(engine, engineOptions.dialectFor(engine), List.of());
            var run = thinker.bring(trace, RunRequest.of(trace.question()).withAction(action));
            if (!run.notice().isEmpty()) {
                spec.commandLine().getErr().println(run.notice());
            }
            while (!run.log().hasEnded()) {
                Thread.sleep(5);
            }
            return report(run.log());
        }
    }

    private Trace read() throws IOException {
        return file.equals("-")
                ? TraceFile.parse(new String(System.in.readAllBytes(), StandardCharsets.UTF_8))
                : TraceFile.read(Path.of(file));
    }

    private Trace asked(Trace trace) {
        var asked = question.isBlank() ? trace : trace.withQuestion(question);
        if (asked.question().isBlank()) {
            throw new IllegalArgumentException(
                    "The trace does not tell what was asked: add --question \"...\", since the model scores it as an answer to that.");
        }
        return asked;
    }

    private int report(EventLog log) throws IOException {
        var tree = log.fold();
        if (tree.state() == Tree.State.FAILED) {
            throw new EngineException(tree.message());
        }
        LogFile.write(log, out);
        var printer = spec.commandLine().getOut();
        printer.print(TreeText.of(tree));
        surprises(tree, printer);
        printer.println(out);
        printer.flush();
        return Exit.OK;
    }

    private static void surprises(Tree tree, PrintWriter printer) {
        var tokens = tree.branches().getFirst().tokens();
        printer.printf(
                Locale.ROOT,
                "%d tokens, mean confidence of this model %.3f%n",
                tokens.size(),
                Confidence.TOP5.meanOfAll(tokens));
        tree.run().map(run -> run.settings().get("writers-mean-probability")).ifPresent(own -> printer.printf(
                Locale.ROOT, "Mean probability that the writer gave its own tokens: %.3f%n", Double.parseDouble(own)));
        printer.println("Least expected:");
        tokens.stream()
                .filter(token -> !Double.isNaN(token.logProb()))
                .sorted(Comparator.comparingDouble(token -> token.logProb()))
                .limit(SURPRISES)
                .forEach(token -> printer.printf(
                        Locale.ROOT,
                        "  \"%s\" %.4f, expected \"%s\"%n",
                        shown(token.piece().text()),
                        Math.exp(token.logProb()),
                        token.top().isEmpty() ? "" : shown(token.top().getFirst().piece().text())));
    }

    private static String shown(String piece) {
        return piece.replace("\n", "⏎");
    }
}
