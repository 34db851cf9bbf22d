package dev.thoughtscope.cli;

import picocli.CommandLine.Command;

@Command(
        name = "study",
        description = "Measures methods of reasoning on sets of problems with known answers.",
        mixinStandardHelpOptions = true,
        subcommands = {
            StudyRunCommand.class,
            StudyReportCommand.class,
            StudyTableCommand.class,
            StudyCompareCommand.class,
            StudyBenchCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class StudyCommand {}
