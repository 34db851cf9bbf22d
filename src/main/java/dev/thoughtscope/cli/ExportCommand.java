package dev.thoughtscope.cli;

import dev.thoughtscope.export.ExportFormat;
import dev.thoughtscope.export.ExportStyle;
import dev.thoughtscope.export.ReplayHtml;
import dev.thoughtscope.layout.HeatRamp;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.session.TrainingText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes saved runs as pictures, tables, graphs, or training data.",
        mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
    private static final String PNG = ".png";

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

    @Option(names = "--detours", paramLabel = "N", description = "Wrong turns that a long thought keeps at most. Default: 3.")
    private int detours = 3;

    @Option(
            names = {"-o", "--to"},
            paramLabel = "FILE",
            description = "The tree in the format of the file's name: .svg, .dot, .csv, .json, .txt, the way to a node as .md,"
                    + " or the window as .png. May be given more than once; - writes to standard output, see --format.")
    private List<String> targets = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "For standard output: svg, dot, csv, json, txt or md. Default: txt.")
    private String format = "txt";

    @Option(names = "--at", paramLabel = "N", description = "The tree after the first N events. Default: all.")
    private int at = Integer.MAX_VALUE;

    @Option(names = "--node", paramLabel = "N", description = "Where the way of .md leads. Default: to the answer.")
    private int node = -1;

    @Option(names = "--palette", description = "Heat colours: viridis, cividis, magma, plasma or greys. Default: viridis.")
    private String palette = "viridis";

    @Option(names = "--dark", description = "Pictures on a dark ground.")
    private boolean dark;

    private final Snapshots snapshots;

    public ExportCommand(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Integer call() throws IOException {
        if (training == null && targets.isEmpty() && html == null) {
            throw new IllegalArgumentException("Say what to write: --to FILE (" + ExportFormat.endings()
                    + ", .png), --html FILE.html or --training FILE.jsonl.");
        }
        if (!targets.isEmpty()) {
            writeTree();
        }
        if (html != null) {
            writeHtml();
        }
        return training == null ? Exit.OK : writeTraining();
    }

    private void writeHtml() throws IOException {
        if (runs.size() != 1) {
            throw new IllegalArgumentException("--html writes one run: give one, not " + runs.size() + ".");
        }
        var opened = LogFile.read(runs.getFirst());
        opened.damage().ifPresent(spec.commandLine().getErr()::println);
        ReplayHtml.write(upTo(opened.log()), html);
        spec.commandLine().getOut().println(html);
    }

    private void writeTree() throws IOException {
        if (runs.size() != 1) {
            throw new IllegalArgumentException("--to writes one run: give one, not " + runs.size() + ".");
        }
        if (!HeatRamp.NAMES.contains(palette)) {
            throw new IllegalArgumentException(
                    "There is no palette \"" + palette + "\": choose " + String.join(", ", HeatRamp.NAMES) + ".");
        }
        var opened = LogFile.read(runs.getFirst());
        opened.damage().ifPresent(spec.commandLine().getErr()::println);
        var tree = opened.log().fold(at);
        var style = new ExportStyle(palette, dark, node);
        for (String target : targets) {
            if (target.toLowerCase(Locale.ROOT).endsWith(PNG)) {
                snapshots.write(upTo(opened.log()), Path.of(target));
                continue;
            }
            boolean out = target.equals("-");
            String name = out ? "." + format : target;
            String text = ExportFormat.of(name)
                    .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" has no ending that is known: choose "
                            + ExportFormat.endings() + (out ? "." : " or .png.")))
                    .write(tree, style);
            if (out) {
                spec.commandLine().getOut().print(text);
                spec.commandLine().getOut().flush();
            } else {
                Files.createDirectories(Path.of(target).toAbsolutePath().getParent());
                Files.writeString(Path.of(target), text);
            }
        }
    }

    private EventLog upTo(EventLog log) {
        var part = new EventLog();
        log.read(0, at).forEach(part::append);
        return part;
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
