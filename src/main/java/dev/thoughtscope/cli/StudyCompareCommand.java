package dev.thoughtscope.cli;

import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.report.ComparisonReport;
import dev.thoughtscope.study.report.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "compare",
        description = "Sets two studies beside each other, problem by problem, and writes what differs.",
        mixinStandardHelpOptions = true)
public final class StudyCompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FIRST", description = "The folder of a study.")
    private Path first;

    @Parameters(index = "1", paramLabel = "SECOND", description = "The folder of another one.")
    private Path second;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the report goes.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        var report = ComparisonReport.of(new StudyFolder(first).read(), new StudyFolder(second).read());
        spec.commandLine().getOut().println(ReportFiles.write(report, out));
        return Exit.OK;
    }
}
