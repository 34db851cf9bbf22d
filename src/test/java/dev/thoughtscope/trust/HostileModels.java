package dev.thoughtscope.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// GGUF files that are none, or that ask for more than they hold.
final class HostileModels {
    private static final int UINT32 = 4;
    private static final int TEXT = 8;
    private static final int ARRAY = 9;

    private final List<Hostile> all = new ArrayList<>();

    private HostileModels() {}

    static List<Hostile> all() {
        var models = new HostileModels();
        models.heads();
        models.counts();
        models.entries();
        models.tensors();
        models.holes();
        return models.all;
    }

    /// Little-endian bytes by hand.
    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        static Bytes head(int version, long tensors, long keys) {
            return new Bytes().raw("GGUF").int32(version).int64(tensors).int64(keys);
        }

        Bytes raw(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        Bytes int32(int value) {
            out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
            return this;
        }

        Bytes int64(long value) {
            out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
            return this;
        }

        Bytes text(String text) {
            return int64(text.length()).raw(text);
        }

        /// Enough of it that no count is beyond the file.
        Bytes filled(int size) {
            out.writeBytes(new byte[Math.max(0, size - out.size())]);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }

    private void add(String name, Bytes bytes) {
        all.add(Hostile.of(name + ".gguf", bytes.bytes()));
    }

    private void heads() {
        add("empty", new Bytes());
        add("magic-only", new Bytes().raw("GGUF"));
        add("page", new Bytes().raw("<html>"));
        add("pickle", new Bytes().raw("\u0080\u0002ctorch._utils\n_rebuild_tensor_v2\n"));
        add("version-0", Bytes.head(0, 1, 1).filled(200));
        add("version-1", Bytes.head(1, 1, 1).filled(200));
        add("version-4", Bytes.head(4, 1, 1).filled(200));
        add("other-endian", Bytes.head(0x03000000, 1, 1).filled(200));
        add("nothing-inside", Bytes.head(3, 0, 0).filled(200));
    }

    private void counts() {
        add("tensors-negative", Bytes.head(3, -1, 1).filled(200));
        add("tensors-huge", Bytes.head(3, Long.MAX_VALUE, 1).filled(200));
        add("keys-negative", Bytes.head(3, 1, Long.MIN_VALUE).filled(200));
        add("keys-many", Bytes.head(3, 1, 100_000).filled(2 << 20));
        add("key-length-negative", Bytes.head(3, 1, 1).int64(-1).filled(200));
        add("key-length-wraps", Bytes.head(3, 1, 1).int64(0x7fffffffffffffc0L).filled(200));
        add("key-empty", Bytes.head(3, 1, 1).text("").int32(UINT32).int32(1).filled(200));
    }

    private void entries() {
        add("key-escape-codes", Bytes.head(3, 1, 1).text("\u001b[2Jx\ny\r\u0000").int32(99).filled(200));
        add("key-long", Bytes.head(3, 1, 1).text("k".repeat(4000)).int32(99).filled(8000));
        add("key-not-utf-8", Bytes.head(3, 1, 1).text("\u00ff\u00fe").int32(UINT32).filled(200));
        add("key-twice", Bytes.head(3, 1, 2).text("a").int32(UINT32).int32(1).text("a").int32(UINT32).int32(1).filled(200));
        add("type-unknown", Bytes.head(3, 1, 1).text("a").int32(13).filled(200));
        add("type-negative", Bytes.head(3, 1, 1).text("a").int32(-1).filled(200));
        add("text-huge", Bytes.head(3, 1, 1).text("a").int32(TEXT).int64(1L << 40).filled(200));
        add("array-huge", Bytes.head(3, 1, 1).text("a").int32(ARRAY).int32(UINT32).int64(1L << 61).filled(200));
        var nested = Bytes.head(3, 1, 1).text("a").int32(ARRAY);
        for (int i = 0; i < 50_000; i++) {
            nested.int32(ARRAY).int64(1);
        }
        add("arrays-nested", nested);
        add("array-of-arrays", Bytes.head(3, 1, 1).text("a").int32(ARRAY).int32(ARRAY).int64(80_000).filled(1 << 20));
    }

    private static Bytes tensor(int dimensions, long... shape) {
        var bytes = Bytes.head(3, 1, 1).text("general.alignment").int32(UINT32).int32(32).text("t").int32(dimensions);
        for (long side : shape) {
            bytes.int64(side);
        }
        return bytes.int32(0).int64(0).filled(1000);
    }

    private void tensors() {
        add("tensor-no-dimensions", tensor(0));
        add("tensor-many-dimensions", tensor(1 << 30, 1));
        add("tensor-side-0", tensor(1, 0));
        add("tensor-side-negative", tensor(2, -1, -1));
        add("tensor-overflow", tensor(4, 1L << 32, 1L << 32, 1L << 32, 1L << 32));
        add("tensor-beyond-end", tensor(1, 1L << 40));
        add("alignment-0", Bytes.head(3, 1, 1).text("general.alignment").int32(UINT32).int32(0).text("t").int32(1).int64(1).int32(0).int64(0).filled(1000));
        add("alignment-huge", Bytes.head(3, 1, 1).text("general.alignment").int32(UINT32).int32(-1).text("t").int32(1).int64(1).int32(0).int64(0).filled(1000));
        add("tensor-name-long", Bytes.head(3, 1, 0).text("t".repeat(4000)).filled(8000));
    }

    /// Files with holes: huge for the reader, nothing on the disk.
    private void holes() {
        add("texts-one-by-one", manyTexts());
        hole("text-in-a-hole", Bytes.head(3, 1, 1).text("a").int32(TEXT).int64(60 << 20));
        hole("vocabulary-in-a-hole",
                Bytes.head(3, 1, 1).text("tokenizer.ggml.tokens").int32(ARRAY).int32(TEXT).int64(20_000_000));
        hole("texts-in-a-hole", Bytes.head(3, 1, 1).text("a").int32(ARRAY).int32(TEXT).int64(500_000_000));
        hole("tensors-in-a-hole", Bytes.head(3, 131_072, 0));
    }

    private static Bytes manyTexts() {
        var bytes = Bytes.head(3, 1, 60_000);
        for (int i = 0; i < 60_000; i++) {
            bytes.text("k" + i).int32(TEXT).text("v".repeat(1000));
        }
        return bytes;
    }

    private void hole(String name, Bytes bytes) {
        all.add(new Hostile(name + ".gguf", file -> hole(file, bytes.bytes())));
    }

    private static void hole(Path file, byte[] start) throws IOException {
        try (var random = new RandomAccessFile(file.toFile(), "rw")) {
            random.write(start);
            random.setLength(1L << 38);
        }
    }
}
