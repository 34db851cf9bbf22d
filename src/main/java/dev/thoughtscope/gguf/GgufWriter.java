package dev.thoughtscope.gguf;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a GGUF file of version 3: metadata, tensor table, then each tensor's bytes in turn.
public final class GgufWriter {
    private static final int ALIGNMENT = 32;

    /// Writes the bytes of one tensor, exactly as many as it has.
    @FunctionalInterface
    public interface Weights {
        void write(OutputStream out, long bytes) throws IOException;
    }

    private record Tensor(String name, TensorType type, long[] shape, long bytes, Weights weights) {}

    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final List<Tensor> tensors = new ArrayList<>();

    /// @param value a `String`, `Integer` (written unsigned), `Float`, `Boolean`, or an array `String[]`, `float[]`, `int[]`
    public GgufWriter put(String key, Object value) {
        metadata.put(key, value);
        return this;
    }

    /// @param shape the dimension that lies together in memory first; a multiple of the type's block
    public GgufWriter tensor(String name, TensorType type, Weights weights, long... shape) {
        long values = 1;
        for (long side : shape) {
            values *= side;
        }
        if (shape[0] % type.values != 0) {
            throw new IllegalArgumentException(
                    name + " has rows of " + shape[0] + " values, no multiple of " + type + "'s block of " + type.values);
        }
        tensors.add(new Tensor(name, type, shape.clone(), values / type.values * type.bytes, weights));
        return this;
    }

    public void write(Path path) throws IOException {
        try (var out = new Out(new BufferedOutputStream(Files.newOutputStream(path), 1 << 20))) {
            out.bytes("GGUF".getBytes(StandardCharsets.US_ASCII));
            out.int32(3);
            out.int64(tensors.size());
            out.int64(metadata.size());
            for (var entry : metadata.entrySet()) {
                out.text(entry.getKey());
                value(out, entry.getValue());
            }
            long offset = 0;
            for (var tensor : tensors) {
                out.text(tensor.name);
                out.int32(tensor.shape.length);
                for (long side : tensor.shape) {
                    out.int64(side);
                }
                out.int32(tensor.type.id);
                out.int64(offset);
                offset = aligned(offset + tensor.bytes);
            }
            for (var tensor : tensors) {
                out.pad();
                tensor.weights.write(out, tensor.bytes);
            }
        }
    }

    private static void value(Out out, Object value) throws IOException {
        switch (value) {
            case String text -> {
                out.type(GgufType.STRING);
                out.text(text);
            }
            case Integer number -> {
                out.type(GgufType.UINT32);
                out.int32(number);
            }
            case Float number -> {
                out.type(GgufType.FLOAT32);
                out.int32(Float.floatToIntBits(number));
            }
            case Boolean flag -> {
                out.type(GgufType.BOOL);
                out.write(flag ? 1 : 0);
            }
            case String[] texts -> {
                out.array(GgufType.STRING, texts.length);
                for (var text : texts) {
                    out.text(text);
                }
            }
            case float[] numbers -> {
                out.array(GgufType.FLOAT32, numbers.length);
                for (float number : numbers) {
                    out.int32(Float.floatToIntBits(number));
                }
            }
            case int[] numbers -> {
                out.array(GgufType.INT32, numbers.length);
                for (int number : numbers) {
                    out.int32(number);
                }
            }
            default -> throw new IllegalArgumentException("no GGUF type for " + value.getClass());
        }
    }

    private static long aligned(long offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /// Little-endian output that knows where it is.
    private static final class Out extends DataOutputStream {
        private final ByteBuffer small = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        private long position;

        Out(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            position += length;
            out.write(bytes, from, length);
        }

        @Override
        public void write(int one) throws IOException {
            position++;
            out.write(one);
        }

        void bytes(byte[] bytes) throws IOException {
            write(bytes, 0, bytes.length);
        }

        void int32(int value) throws IOException {
            small.putInt(0, value);
            write(small.array(), 0, 4);
        }

        void int64(long value) throws IOException {
            small.putLong(0, value);
            write(small.array(), 0, 8);
        }

        void text(String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            int64(bytes.length);
            bytes(bytes);
        }

        void type(GgufType type) throws IOException {
            int32(type.ordinal());
        }

        void array(GgufType type, int count) throws IOException {
            type(GgufType.ARRAY);
            type(type);
            int64(count);
        }

        void pad() throws IOException {
            write(new byte[(int) (aligned(position) - position)], 0, (int) (aligned(position) - position));
        }
    }
}
