package dev.thoughtscope.cli;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.session.Home;
import dev.thoughtscope.study.Progress;
import dev.thoughtscope.study.Study;
import dev.thoughtscope.study.StudyControl;
import dev.thoughtscope.study.StudyFile;
import dev.thoughtscope.study.StudyFileException;
import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.StudyRunner;
import dev.thoughtscope.study.WhenExact;
import dev.thoughtscope.study.report.ReportBuilder;
import dev.thoughtscope.study.report.ReportFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Runs a study, or goes on with one that was ended, and writes its report.",
            "The same command on the same folder does nothing twice, also after the process was killed."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Everything is measured.",
            "1:The model failed.",
            "2:The command or the study file was not understood.",
            "3:A file could not be read or written.",
            "4:The study was stopped before its end."
        })
public final class StudyRunCommand implements Callable<Integer> {
    private static final long TELL_EVERY_NANOS = 2_000_000_000L;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "STUDY.json",
            description = "What to run. Default: the held-out problems of the small model that ships.")
    private Path file;

    @Mixin
    private EngineOptions engineOptions;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where results and report go.")
    private Path out;

    @Option(
            names = "--branches",
            paramLabel = "N",
            description = "Branches that the model carries on at once, roughly, 1 to 256: as many problems run side by side"
                    + " as fill them; in an exact study one.")
    private int branches = StudyRunner.BRANCHES;

    @Option(
            names = "--exact",
            negatable = true,
            description = "The same results however often it was interrupted: one problem at a time, nothing rounded otherwise by"
                    + " what ran beside or before it; on the processor alone. Default: as the study says; those that ship"
                    + " are, wherever the engine can.",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private Boolean exact;

    @Option(names = "--limit", paramLabel = "N", description = "Run the first N problems of each file only. Default: as the study says.",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private Integer limit;

    @Option(names = "--check", description = "Read the study file, say what is wrong with it, run nothing.")
    private boolean check;

    @Option(names = "--control", description = "Take the words pause, resume and stop from standard input, one a line.")
    private boolean controlled;

    private long toldAt;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var study = study();
        if (check) {
            spec.commandLine().getOut().printf("%d methods, %d seeds%n", study.methods().size(), study.seeds().size());
            return Exit.OK;
        }
        var folder = new StudyFolder(out);
        var engine = open();
        if (engineOptions.dialect != null) {
            study = study.withDialect(engineOptions.dialectFor(engine).name());
        }
        if (exact != null) {
            study = study.withExact(exact ? WhenExact.ALWAYS : WhenExact.NEVER);
        }
        boolean complete;
        try (var runner = new StudyRunner(study, folder, engine, this::open, branches)) {
            var control = new StudyControl();
            if (controlled) {
                Thread.ofVirtual().start(() -> listen(control));
            }
            complete = runner.run(control, this::tell);
        }
        var page = ReportFiles.write(ReportBuilder.of(folder), out);
        spec.commandLine().getOut().println(page);
        return complete ? Exit.OK : Exit.NO_ANSWER;
    }

    private Engine open() {
        return engineOptions.open(spec.commandLine().getErr()::println);
    }

    private Study study() throws IOException {
        try {
            var study = file == null
                    ? StudyFile.shipped(Home.find().models())
                    : StudyFile.read(file);
            return limit == null ? study : study.withLimit(limit);
        } catch (StudyFileException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static void listen(StudyControl control) {
        try (var words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String word = words.readLine(); word != null; word = words.readLine()) {
                switch (word.strip()) {
                    case "pause" -> control.pause();
                    case "resume" -> control.resume();
                    case "stop" -> control.stop();
                    default -> System.err.println("The words are pause, resume and stop.");
                }
            }
        } catch (IOException closed) {
            // Without standard input the study simply goes on.
        }
    }

    private synchronized void tell(Progress progress) {
        long now = System.nanoTime();
        if (progress.done() < progress.total() && now - toldAt < TELL_EVERY_NANOS) {
            return;
        }
        toldAt = now;
        String failed = progress.failed() == 0 ? "" : ", " + progress.failed() + " failed";
        String left = progress.left().isZero() ? "" : ", " + clock(progress.left()) + " left";
        var err = spec.commandLine().getErr();
        err.printf(
                Locale.ROOT,
                "%d of %d runs%s%s, %,.0f tokens/s%n",
                progress.done(),
                progress.total(),
                failed,
                left,
                progress.tokensPerSecond());
        err.flush();
    }

    private static String clock(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart())
                : String.format(Locale.ROOT, "%d:%02d min", time.toMinutes(), time.toSecondsPart());
    }
}
