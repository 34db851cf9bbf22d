package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.Device;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.gguf.GgufException;
import dev.thoughtscope.gguf.GgufFile;
import java.util.List;
import java.util.function.Consumer;

/// From a checked model file to a context: decides what goes on GPUs, and on fewer layers of them where memory runs out.
final class Loading {
    /// A model and its context, ready.
    record Loaded(GgufFile file, LlamaModel model, LlamaContext context, Placement placement, ModelInfo info) {}

    private final LlamaOptions options;
    private final Consumer<String> onNotice;
    private final GgufFile file;
    private final LlamaLibrary library;

    private Loading(LlamaOptions options, Consumer<String> onNotice) {
        this.options = options;
        this.onNotice = onNotice;
        file = checked(options);
        library = LlamaLibrary.load(LibraryFiles.find(options.libraryFolder()));
    }

    /// @param onNotice told of layers that found no room on a GPU
    /// @throws EngineException in one sentence for whatever stands in the way
    static Loaded load(LlamaOptions options, Consumer<String> onNotice) {
        return new Loading(options, onNotice).load();
    }

    private static GgufFile checked(LlamaOptions options) {
        try {
            return GgufFile.read(options.model());
        } catch (GgufException refused) {
            throw new EngineException(refused.getMessage(), refused);
        }
    }

    private Loaded load() {
        var all = library.devices().devices();
        var wanted = options.offload();
        List<Device> taking = wanted.layers() == 0 ? List.of() : Placement.choose(wanted, all);
        if (taking.isEmpty() && (wanted.layers() > 0 || wanted.layers() == Offload.ALL)) {
            onNotice.accept("The llama.cpp library at " + library.folder() + " sees no GPU, so all layers are on the processor.");
        }
        int cells = Sizing.cells(file, taking, options);
        var first = Placement.of(file, wanted, all, cells);
        for (var placement = first; ; placement = placement.fewer()) {
            try {
                var loaded = load(cells, placement);
                if (placement != first) {
                    onNotice.accept("There was no room for " + first.words() + ": now "
                            + (placement.layers() == 0 ? "all are on the processor" : placement.words()) + ".");
                }
                return loaded;
            } catch (EngineException failed) {
                if (placement.layers() == 0 || library.log().last().stream().noneMatch(NoMemory::isToldBy)) {
                    throw failed;
                }
            }
        }
    }

    private Loaded load(int cells, Placement placement) {
        var model = LlamaModel.load(library, options, placement);
        try {
            return new Loaded(
                    file, model, new LlamaContext(model, cells, options), placement, describe(model, cells, placement));
        } catch (RuntimeException failed) {
            model.close();
            throw failed;
        }
    }

    private ModelInfo describe(LlamaModel model, int cells, Placement placement) {
        return new ModelInfo(
                options.model().toString(),
                file.text("general.name").orElse(options.model().getFileName().toString()),
                (file.architecture() + " " + file.quantisation()).strip(),
                model.parameters(),
                model.bytes(),
                Sizing.contextLength(model, cells),
                model.trainedContext,
                model.vocabularySize,
                library.version() + (placement.layers() == 0 ? "" : ", " + placement.words()),
                file.texts());
    }
}
