package dev.thoughtscope.engine;

/// Something that a llama.cpp library can compute on, as the library tells it.
///
/// @param name by which the library and `--device` call it, such as `CUDA0`, `Vulkan0` or `CPU`
/// @param description of the maker's, such as `NVIDIA GeForce RTX 4090`
/// @param freeBytes memory free when it was asked, 0 if the library does not tell
/// @param totalBytes all memory that it has, 0 if the library does not tell
public record Device(String name, String description, Kind kind, long freeBytes, long totalBytes) {
    public enum Kind {
        PROCESSOR,
        /// With memory of its own.
        GPU,
        /// A GPU that shares the processor's memory.
        INTEGRATED_GPU,
        /// Helps the processor, holds no layers: BLAS, AMX and the like.
        ACCELERATOR
    }

    /// Whether layers of a model can be put there.
    public boolean takesLayers() {
        return kind == Kind.GPU || kind == Kind.INTEGRATED_GPU;
    }
}
