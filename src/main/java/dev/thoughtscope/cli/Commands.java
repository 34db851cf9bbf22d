package dev.thoughtscope.cli;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.search.TreeText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.OptionSpec;

/// The command line: every command, and how their failures are told.
@Command(
        name = "thoughtscope",
        description = "See how a language model thinks. Without a command it opens the window.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Commands {
    private Commands() {}

    /// Runs a command line.
    ///
    /// @return the exit code
    public static int execute(Snapshots snapshots, StripPictures strips, String... arguments) {
        var root = new CommandLine(new Commands());
        root.addSubcommand(new RunCommand(snapshots));
        root.addSubcommand(new ReplayCommand(snapshots));
        root.addSubcommand(new ImportCommand());
        root.addSubcommand(new ExportCommand(snapshots));
        root.addSubcommand(new StripCommand(strips));
        root.addSubcommand(new StudyCommand());
        root.addSubcommand(new ModelsCommand());
        root.addSubcommand(new BenchCommand());
        root.addSubcommand(new ServeCommand());
        root.addSubcommand(new LicencesCommand());
        tellEachDefaultOnce(root);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionExceptionHandler(Commands::tell);
        root.setParameterExceptionHandler(Commands::tellUsage);
        root.setExitCodeExceptionMapper(_ -> Exit.USAGE);
        return root.execute(arguments);
    }

    /// A default that the description tells in words is not told again as a value.
    private static void tellEachDefaultOnce(CommandLine command) {
        var spec = command.getCommandSpec();
        for (var option : List.copyOf(spec.options())) {
            if (String.join(" ", option.description()).contains("Default:")) {
                spec.remove(option);
                spec.addOption(OptionSpec.builder(option).showDefaultValue(Visibility.NEVER).build());
            }
        }
        command.getSubcommands().values().forEach(Commands::tellEachDefaultOnce);
    }

    private static int tell(Exception failed, CommandLine command, CommandLine.ParseResult parsed) {
        LoggerFactory.getLogger(Commands.class).debug("command failed", failed);
        command.getErr().println(TreeText.safe(String.valueOf(sentence(failed))));
        return switch (failed) {
            case IOException _ -> Exit.FILE;
            case IllegalArgumentException _ -> Exit.USAGE;
            default -> Exit.FAILED;
        };
    }

    private static String sentence(Exception failed) {
        return switch (failed) {
            case EngineException known -> known.getMessage();
            case IllegalArgumentException known -> known.getMessage();
            case NoSuchFileException missing -> "There is no folder or file " + missing.getFile() + ".";
            case AccessDeniedException denied -> "Access to " + denied.getFile() + " is denied: choose another place.";
            case FileSystemException file -> "The file " + file.getFile() + " cannot be used: " + file.getReason() + ".";
            case IOException known -> known.getMessage();
            default -> "Something went wrong that should not: " + failed + ".";
        };
    }

    private static int tellUsage(CommandLine.ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }
}
