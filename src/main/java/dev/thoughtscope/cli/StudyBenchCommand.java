package dev.thoughtscope.cli;

import dev.thoughtscope.session.Home;
import dev.thoughtscope.study.Method;
import dev.thoughtscope.study.Study;
import dev.thoughtscope.study.StudyBench;
import dev.thoughtscope.study.StudyFile;
import dev.thoughtscope.study.StudyFileException;
import dev.thoughtscope.study.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
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
        name = "bench",
        description = "Measures how much faster a study is with many problems in flight than one after another.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class StudyBenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "STUDY.json",
            description = "Whose problems are run. Default: the held-out problems of the small model that ships.")
    private Path file;

    @Mixin
    private EngineOptions engineOptions;

    @Option(names = "--in-flight", paramLabel = "N", description = "Problems that share the engine.")
    private int inFlight = 5;

    @Option(names = "--problems", paramLabel = "N", description = "Problems run in flight.")
    private int problems = 64;

    @Option(names = "--alone", paramLabel = "N", description = "Of these, how many are also run one after another, in two ways.")
    private int alone = 16;

    @Option(names = "--rollouts", paramLabel = "N", description = "Simulations of each search.")
    private int rollouts = 16;

    @Option(names = "--parallel", paramLabel = "N", description = "Simulations of one search that run together.")
    private int parallel = 4;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var study = study();
        var dataset = Dataset.read(study.datasets(), study.format(), true, problems);
        var some = dataset.problems().subList(0, Math.min(problems, dataset.problems().size()));
        var mcts = new Method(
                "mcts", Method.Kind.MCTS, "", "step", false, List.of(rollouts), 4, parallel, Method.RECOMMENDED);
        var err = spec.commandLine().getErr();
        try (var engine = engineOptions.open(err::println)) {
            var bench = StudyBench.measure(
                    engine, engineOptions.dialectFor(engine), some, mcts, study.maxTokens(), inFlight, alone);
            var out = spec.commandLine().getOut();
            out.printf(Locale.ROOT, "MCTS, step, %d rollouts, waves of %d; %s%n", rollouts, parallel, engine.model().library());
            out.println(line("one by one, waves of 1", bench.textbook()));
            out.println(line("one by one, waves of " + parallel, bench.alone()));
            out.println(line(inFlight + " in flight", bench.together()));
            out.printf(
                    Locale.ROOT,
                    "%.2f times as many problems a minute as one by one in waves of 1, %.2f times as in waves of %d%n",
                    bench.factor(bench.textbook()),
                    bench.factor(bench.alone()),
                    parallel);
            out.flush();
        }
        return Exit.OK;
    }

    private static String line(String name, StudyBench.Speed speed) {
        return String.format(
                Locale.ROOT,
                "%-22s %4d problems in %6.1f s: %7.1f problems/min, %5.1f rows in a forward pass, %6.0f tokens/s,"
                        + " %.0f %% of the time in forward passes",
                name,
                speed.problems(),
                speed.seconds(),
                speed.problemsPerMinute(),
                speed.meanRows(),
                speed.tokensPerSecond(),
                100 * speed.decodeShare());
    }

    private Study study() {
        try {
            return file == null ? StudyFile.shipped(Home.find().models()) : StudyFile.read(file);
        } catch (StudyFileException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}
