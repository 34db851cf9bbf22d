package dev.thoughtscope.engine.llama;

import java.nio.file.Path;
import java.util.Optional;

/// What to load and how to run it.
///
/// @param cells tokens that the shared KV cache holds, 0 to choose by model and free memory
/// @param threads processor threads of a forward pass, 0 for one less than there are
/// @param offload which layers are put on GPUs where the library has any
/// @param flashAttention without it every cell of the cache is computed for every branch
/// @param libraryFolder folder with llama.cpp's libraries, empty for the bundled one
public record LlamaOptions(
        Path model, int cells, int threads, Offload offload, boolean flashAttention, Optional<Path> libraryFolder) {
    public LlamaOptions {
        if (cells < 0 || threads < 0) {
            throw new IllegalArgumentException("cells " + cells + " or threads " + threads + " out of range");
        }
    }

    public static LlamaOptions of(Path model) {
        return new LlamaOptions(model, 0, 0, Offload.AUTO, true, Optional.empty());
    }

    public LlamaOptions withCells(int newCells) {
        return new LlamaOptions(model, newCells, threads, offload, flashAttention, libraryFolder);
    }

    public LlamaOptions withThreads(int newThreads) {
        return new LlamaOptions(model, cells, newThreads, offload, flashAttention, libraryFolder);
    }

    public LlamaOptions withOffload(Offload newOffload) {
        return new LlamaOptions(model, cells, threads, newOffload, flashAttention, libraryFolder);
    }

    public LlamaOptions withLibraryFolder(Path folder) {
        return new LlamaOptions(model, cells, threads, offload, flashAttention, Optional.of(folder));
    }

    int threadsOrDefault() {
        return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
