package dev.thoughtscope.cli;

import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.TreeText;
import dev.thoughtscope.session.LogFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = "Prints the tree of a saved run, at its end or at any event.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    private final Snapshots snapshots;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "A saved run (*.thoughts).")
    private Path file;

    @Option(names = "--at", paramLabel = "N", description = "Only the first N events. Default: all.")
    private int at = Integer.MAX_VALUE;

    @Option(names = "--snapshot", paramLabel = "FILE.png", description = "Save the picture of the window.")
    private Path snapshot;

    public ReplayCommand(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Integer call() throws IOException {
        var opened = LogFile.read(file);
        opened.damage().ifPresent(spec.commandLine().getErr()::println);
        var tree = opened.log().fold(at);
        var out = spec.commandLine().getOut();
        out.print(TreeText.of(tree));
        Outcome.of(tree)
                .winner()
                .ifPresent(winner -> out.printf(
                        Locale.ROOT, "Answer: %s (value %.3f)%n", TreeText.safe(winner.answer()), winner.meanValue()));
        out.flush();
        if (snapshot != null) {
            snapshots.write(opened.log(), snapshot);
        }
        return Exit.OK;
    }
}
