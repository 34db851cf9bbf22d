package dev.thoughtscope.gguf;

import java.util.List;

/// One tensor of the table.
///
/// @param shape 1 to 4 dimensions, the one that lies together in memory first
/// @param offset of its data from the start of the file
/// @param bytes of its data
public record GgufTensor(String name, List<Long> shape, TensorType type, long offset, long bytes) {
    public GgufTensor {
        shape = List.copyOf(shape);
    }

    /// Number of weights.
    public long elements() {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }
}
