package dev.thoughtscope.cli;

import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.report.ReportBuilder;
import dev.thoughtscope.study.report.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = "Writes the report of what a study has measured so far: HTML, Markdown, CSV, SVG. Needs no model.",
        mixinStandardHelpOptions = true)
public final class StudyReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder of a study.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        var page = ReportFiles.write(ReportBuilder.of(new StudyFolder(folder)), folder);
        spec.commandLine().getOut().println(page);
        return Exit.OK;
    }
}
