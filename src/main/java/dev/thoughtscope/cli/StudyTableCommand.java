package dev.thoughtscope.cli;

import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.report.ReportBuilder;
import dev.thoughtscope.study.report.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "table",
        description = "Prints tables of what a study has measured as Markdown, to be put into other texts. Needs no model.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class StudyTableCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder of a study.")
    private Path folder;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME[,NAME...]",
            description = "Which tables: any of accuracy, against, confidence, kinds, ladder, problems, puzzle,"
                    + " reflection, sets, summary, thinking, tries.")
    private List<String> names = List.of("ladder", "accuracy", "sets", "confidence", "reflection", "thinking", "puzzle");

    @Override
    public Integer call() throws IOException {
        String tables = ReportFiles.markdown(ReportBuilder.of(new StudyFolder(folder)), names);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("The study in " + folder + " has no table " + String.join(", ", names)
                    + ": its report names those that it has.");
        }
        spec.commandLine().getOut().print(tables);
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
