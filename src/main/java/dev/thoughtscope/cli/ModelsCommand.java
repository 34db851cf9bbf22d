package dev.thoughtscope.cli;

import dev.thoughtscope.download.Store;
import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.host.LibraryFinder;
import dev.thoughtscope.gguf.GgufException;
import dev.thoughtscope.gguf.GgufFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "models",
        description = "Looks into model files without loading them, and for the libraries that can run them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class ModelsCommand {
    private static final int LONGEST_VALUE = 200;
    private static final double BYTES_A_CELL = 2 * 2;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "check",
            description = "Reads header, metadata and tensor table and says what is wrong with them.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE") Path file) {
        try {
            var model = GgufFile.read(file);
            print(file + " is sound: " + model.tensors().size() + " tensors, "
                    + String.format(Locale.ROOT, "%,d", model.parameters()) + " parameters.");
            return Exit.OK;
        } catch (GgufException wrong) {
            spec.commandLine().getErr().println(wrong.getMessage());
            return Exit.FAILED;
        }
    }

    @Command(
            name = "info",
            description = "Prints metadata, size, context, chat template and an estimate of the memory needed.",
            mixinStandardHelpOptions = true)
    int info(@Parameters(paramLabel = "FILE") Path file) {
        try {
            print(describe(GgufFile.read(file)));
            return Exit.OK;
        } catch (GgufException wrong) {
            spec.commandLine().getErr().println(wrong.getMessage());
            return Exit.FAILED;
        }
    }

    @Command(
            name = "libraries",
            description = "Finds the llama.cpp libraries on this machine and prints version, backends and devices of each.",
            mixinStandardHelpOptions = true)
    int libraries(
            @Option(names = "--json", description = "A line of JSON for each.") boolean json,
            @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Ask only the library in this folder.")
                    Path folder)
            throws InterruptedException {
        var finder = new LibraryFinder(Store.find().libraries());
        Consumer<LibraryInfo> show = library -> print(json ? LibrariesReport.json(library) : LibrariesReport.text(library));
        if (folder != null) {
            var library = finder.describe(folder);
            show.accept(library);
            return library.usable() ? Exit.OK : Exit.FAILED;
        }
        var all = finder.find(show);
        if (!json) {
            print(LibrariesReport.advice(all));
        }
        return Exit.OK;
    }

    private static String describe(GgufFile model) {
        var text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "file          %s, %.1f MB%n", model.path(), model.size() / 1e6));
        text.append(String.format(
                Locale.ROOT,
                "architecture  %s, %,d parameters, %.1f bits a parameter%n",
                model.architecture(),
                model.parameters(),
                model.parameters() == 0 ? 0 : model.size() * 8.0 / model.parameters()));
        long context = model.architectureNumber("context_length").orElse(0);
        text.append(String.format(Locale.ROOT, "context       %d tokens%n", context));
        text.append(String.format(
                Locale.ROOT,
                "memory        about %.0f MB: the weights and a cache of %d tokens%n",
                (model.size() + cacheBytes(model, context)) / 1e6,
                context));
        new TreeMap<>(model.texts()).forEach((key, value) -> text.append(key).append(" = ").append(shortened(value)).append('\n'));
        return text.toString().stripTrailing();
    }

    /// Keys and values of every layer, two bytes a number.
    private static double cacheBytes(GgufFile model, long context) {
        long heads = model.architectureNumber("attention.head_count").orElse(1);
        long kvHeads = model.architectureNumber("attention.head_count_kv").orElse(heads);
        long width = model.architectureNumber("embedding_length").orElse(0) / Math.max(1, heads);
        return BYTES_A_CELL * model.architectureNumber("block_count").orElse(0) * kvHeads * width * context;
    }

    private static String shortened(String value) {
        String line = value.replace("\n", "\\n");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }

    private void print(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }
}
