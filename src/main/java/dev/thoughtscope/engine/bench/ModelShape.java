package dev.thoughtscope.engine.bench;

import dev.thoughtscope.gguf.TensorType;

/// Dimensions of a Llama-like model.
///
/// @param weights type of its matrices: F32, F16 or Q8_0
public record ModelShape(
        int layers, int width, int heads, int kvHeads, int feedForward, int vocabulary, int context, TensorType weights) {
    public ModelShape {
        if (layers < 1 || heads < 1 || kvHeads < 1 || width % heads != 0 || heads % kvHeads != 0 || width % 32 != 0
                || feedForward < 32 || feedForward % 32 != 0 || vocabulary < 512 || context < 16) {
            throw new IllegalArgumentException("A model cannot have this shape: " + layers + " layers, width " + width
                    + ", " + heads + " heads over " + kvHeads + ", feed-forward " + feedForward + ", vocabulary "
                    + vocabulary + ", context " + context
                    + "; widths must be multiples of 32 and of the heads, and the vocabulary at least 512.");
        }
        if (weights != TensorType.F32 && weights != TensorType.F16 && weights != TensorType.Q8_0) {
            throw new IllegalArgumentException("Random weights are made as F32, F16 or Q8_0, not " + weights + ".");
        }
    }

    /// About 125, 500, 1100 and 7000 million weights.
    public static ModelShape named(String name) {
        return switch (name) {
            case "tiny" -> new ModelShape(4, 128, 4, 4, 352, 1024, 512, TensorType.Q8_0);
            case "125m" -> new ModelShape(12, 768, 12, 12, 2048, 32_000, 4096, TensorType.Q8_0);
            case "0.5b" -> new ModelShape(24, 896, 14, 2, 4864, 151_936, 8192, TensorType.Q8_0);
            case "1.1b" -> new ModelShape(22, 2048, 32, 4, 5632, 32_000, 4096, TensorType.Q8_0);
            case "7b" -> new ModelShape(32, 4096, 32, 8, 14_336, 32_000, 8192, TensorType.Q8_0);
            default -> throw new IllegalArgumentException(
                    "There is no shape named " + name + "; there are tiny, 125m, 0.5b, 1.1b and 7b.");
        };
    }
}
