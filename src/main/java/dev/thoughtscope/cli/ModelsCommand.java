package dev.thoughtscope.cli;

import dev.thoughtscope.download.Graphics;
import dev.thoughtscope.download.Store;
import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.host.LibraryFinder;
import dev.thoughtscope.engine.llama.MemoryEstimate;
import dev.thoughtscope.engine.llama.Offload;
import dev.thoughtscope.engine.llama.Placement;
import dev.thoughtscope.gguf.GgufException;
import dev.thoughtscope.gguf.GgufFile;
import dev.thoughtscope.session.Home;
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
        subcommands = ModelsFetch.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class ModelsCommand {
    private static final int LONGEST_VALUE = 200;

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
    int info(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--library",
                            paramLabel = "FOLDER",
                            description = "Also how many layers would go on the GPUs that the library in this folder sees.")
                    Path folder,
            @Option(names = "--cells", paramLabel = "N", description = "Tokens in the KV cache. Default: the model's context.")
                    int cells)
            throws InterruptedException {
        try {
            var model = GgufFile.read(file);
            int room = cells > 0 ? cells : (int) model.architectureNumber("context_length").orElse(0);
            print(describe(model, room));
            if (folder != null) {
                print(placement(model, room, finder().describe(folder)));
            }
            metadata(model);
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
        var finder = finder();
        Consumer<LibraryInfo> show = library -> print(json ? LibrariesReport.json(library) : LibrariesReport.text(library));
        if (folder != null) {
            var library = finder.describe(folder);
            show.accept(library);
            return library.usable() ? Exit.OK : Exit.FAILED;
        }
        var all = finder.find(show);
        if (!json) {
            print(LibrariesReport.advice(all));
            new Graphics()
                    .worthFetching(all)
                    .ifPresent(backend -> print("This machine could do more with another: thoughtscope models fetch --llama "
                            + backend.name().toLowerCase(Locale.ROOT)));
        }
        return Exit.OK;
    }

    private static LibraryFinder finder() {
        return new LibraryFinder(Store.find().libraries(), Home.find().packedLibrary());
    }

    private static String describe(GgufFile model, int cells) {
        var memory = MemoryEstimate.of(model, cells);
        return String.format(
                Locale.ROOT,
                """
                model         %s, %s parameters, %s
                file          %s, %.1f MB
                architecture  %s, %,d parameters, %.1f bits a parameter
                context       %d tokens
                memory        about %.0f MB: weights %.0f, a cache of %,d tokens %.0f, room to work %.0f
                layers        %d and the output""",
                model.text("general.name").orElse(model.path().getFileName().toString()),
                rounded(model.parameters()),
                model.quantisation(),
                model.path(),
                model.size() / 1e6,
                model.architecture(),
                model.parameters(),
                model.parameters() == 0 ? 0 : model.size() * 8.0 / model.parameters(),
                model.architectureNumber("context_length").orElse(0),
                memory.total() / 1e6,
                memory.weights() / 1e6,
                cells,
                memory.cache() / 1e6,
                memory.working() / 1e6,
                model.architectureNumber("block_count").orElse(0));
    }

    /// As in 3.0M and 7.2B.
    private static String rounded(long parameters) {
        return parameters < 1e9
                ? String.format(Locale.ROOT, "%.1fM", parameters / 1e6)
                : String.format(Locale.ROOT, "%.1fB", parameters / 1e9);
    }

    private static String placement(GgufFile model, int cells, LibraryInfo library) {
        if (!library.usable()) {
            return "GPU           " + library.problem();
        }
        var placement = Placement.of(model, Offload.AUTO, library.devices(), cells);
        return "GPU           "
                + (library.gpus().isEmpty()
                        ? "the library sees none"
                        : placement.layers() == 0 ? "no layer has room" : placement.words());
    }

    private void metadata(GgufFile model) {
        new TreeMap<>(model.texts()).forEach((key, value) -> print(key + " = " + shortened(value)));
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
