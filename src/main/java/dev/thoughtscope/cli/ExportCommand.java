package dev.thoughtscope.cli;

import dev.thoughtscope.export.ReplayHtml;
import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.session.TrainingText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes saved runs in formats of others.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "1..*", paramLabel = "RUN", description = "Saved runs (*.thoughts).")
    private List<Path> runs;

    @Option(
            names = "--training",
            paramLabel = "FILE.jsonl",
            description = "Training data in the format of Marco-o1's CoT data: of each run the tree as one long thought that"
                    + " keeps wrong turns, reflections and the way back, and beside it the short cut alone.")
    private Path training;

    @Option(
            names = "--html",
            paramLabel = "FILE.html",
            description = "One file that replays one run in any browser, without a server or a network.")
    private Path html;

    @Option(
            names = "--answer",
            description = "The right answer. Default: one that was found right in the run, else the one with most behind it.",
            defaultValue = "")
    private String answer;

    @Option(names = "--detours", paramLabel = "N", description = "Wrong turns that a long thought keeps at most.")
    private int detours = 3;

    @Override
    public Integer call() throws IOException {
        if (training == null && html == null || html != null && runs.size() > 1) {
            throw new IllegalArgumentException("Say what to write: --training FILE.jsonl of any runs, or --html FILE.html of one.");
        }
        if (html != null) {
            writeHtml();
        }
        return training == null ? Exit.OK : writeTraining();
    }

    private void writeHtml() throws IOException {
        var opened = LogFile.read(runs.getFirst());
        opened.damage().ifPresent(spec.commandLine().getErr()::println);
        ReplayHtml.write(opened.log(), html);
        spec.commandLine().getOut().println(html);
    }

    private int writeTraining() throws IOException {
        if (detours < 0) {
            throw new IllegalArgumentException("--detours counts wrong turns: it is at least 0.");
        }
        var lines = new ArrayList<String>();
        for (var file : runs) {
            var opened = LogFile.read(file);
            opened.damage().ifPresent(spec.commandLine().getErr()::println);
            var text = TrainingText.of(opened.log().fold(), answer, detours);
            if (text.isEmpty()) {
                spec.commandLine().getErr().println(file + " has no way to a right answer: it was left out.");
            }
            text.ifPresent(both -> lines.addAll(both.lines(file.getFileName().toString())));
        }
        if (lines.isEmpty()) {
            return Exit.NO_ANSWER;
        }
        var folder = training.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.write(training, lines);
        spec.commandLine().getOut().printf("%d lines in %s%n", lines.size(), training);
        return Exit.OK;
    }
}
