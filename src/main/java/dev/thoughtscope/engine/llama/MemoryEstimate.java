package dev.thoughtscope.engine.llama;

import dev.thoughtscope.gguf.GgufFile;
import dev.thoughtscope.gguf.GgufTensor;

/// Memory that a model needs, before it is loaded; in bytes.
///
/// @param weights of all tensors
/// @param cache keys and values of so many cells, at 16 bits
/// @param working room for a forward pass, roughly
public record MemoryEstimate(long weights, long cache, long working) {
    private static final int FLOAT = 4;
    private static final long LEAST_WORKING = 32L << 20;

    /// @param cells tokens in the KV cache
    public static MemoryEstimate of(GgufFile file, int cells) {
        long weights = file.tensors().stream().mapToLong(GgufTensor::bytes).sum();
        long vocabulary = file.tensors().stream()
                .filter(tensor -> tensor.name().equals("token_embd.weight"))
                .mapToLong(tensor -> tensor.shape().getLast())
                .findFirst()
                .orElse(0);
        long width = file.architectureNumber("embedding_length").orElse(0);
        long feedForward = file.architectureNumber("feed_forward_length").orElse(4 * width);
        long row = FLOAT * (vocabulary + 4 * width + 2 * feedForward);
        return new MemoryEstimate(
                weights, cells * Sizing.bytesPerCell(file), LEAST_WORKING + LlamaContext.batch(cells) * row);
    }

    public long total() {
        return weights + cache + working;
    }
}
