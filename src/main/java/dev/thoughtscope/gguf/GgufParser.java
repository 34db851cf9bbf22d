package dev.thoughtscope.gguf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads header, metadata and tensor table in the order of the file.
final class GgufParser {
    private static final int MOST_KEYS = 1 << 16;
    private static final int MOST_TENSORS = 1 << 17;
    private static final int MOST_KEY_BYTES = 1 << 12;
    private static final int MOST_NAME_BYTES = 63;
    private static final int MOST_STRING_BYTES = 1 << 24;
    /// Of all keys and texts together, lists of texts left out: the largest files have a few hundred thousand.
    private static final long MOST_TEXT_BYTES = 1 << 25;
    /// Four times the largest vocabulary there is.
    private static final int MOST_TOKENS = 1 << 20;
    private static final int MOST_TOKEN_BYTES = 1 << 16;
    private static final int MOST_TEXTS = 1 << 24;
    private static final int MOST_DEPTH = 2;
    private static final int MOST_DIMENSIONS = 4;
    private static final int DEFAULT_ALIGNMENT = 32;

    private final GgufInput in;
    private final Path path;
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private boolean hasAllBytes;
    private long textBytes;

    GgufParser(GgufInput in, Path path) {
        this.in = in;
        this.path = path;
    }

    GgufFile parse() throws IOException, GgufException {
        int version = header();
        int tensors = in.readCount("the number of tensors", 24, MOST_TENSORS);
        int keys = in.readCount("the number of metadata entries", 13, MOST_KEYS);
        for (int i = 0; i < keys; i++) {
            entry();
        }
        if ("llama".equals(metadata.get("tokenizer.ggml.model")) && !hasAllBytes) {
            throw in.wrong("the vocabulary lacks a token for some single byte, such as <0x0A>");
        }
        return new GgufFile(path, version, Map.copyOf(metadata), table(tensors), in.size());
    }

    private int header() throws IOException, GgufException {
        if (in.size() == 0) {
            throw new GgufException(path + " is empty.");
        }
        var magic = in.readBytes((int) Math.min(4, in.size()), "the first four bytes");
        if (!new String(magic, StandardCharsets.ISO_8859_1).equals("GGUF")) {
            throw new GgufException(path + " is not a GGUF file: it starts with " + shown(magic) + ", not with GGUF.");
        }
        int version = in.readInt("the version");
        if (version != 0 && (version & 0xFFFF) == 0) {
            throw new GgufException(path + " is a GGUF file for big-endian machines, which this is not.");
        }
        if (version < 2 || version > 3) {
            throw new GgufException(path + " is a GGUF file of version " + Integer.toUnsignedString(version)
                    + "; versions 2 and 3 are known.");
        }
        return version;
    }

    private static String shown(byte[] bytes) {
        for (byte b : bytes) {
            if (b < ' ' || b > '~') {
                return "the bytes " + HexFormat.ofDelimiter(" ").formatHex(bytes);
            }
        }
        return '"' + new String(bytes, StandardCharsets.US_ASCII) + '"';
    }

    private void entry() throws IOException, GgufException {
        long at = in.position();
        var key = text("a metadata key", MOST_KEY_BYTES);
        if (key.isEmpty()) {
            throw in.wrong(at, "a metadata key is empty");
        }
        var value = value(type(key), key, 0);
        if (metadata.putIfAbsent(key, value) != null) {
            throw in.wrong(at, "the metadata entry " + key + " occurs twice");
        }
    }

    private String text(String what, int most) throws IOException, GgufException {
        long at = in.position();
        var text = in.readString(what, most);
        textBytes += in.position() - at;
        if (textBytes > MOST_TEXT_BYTES) {
            throw in.wrong(at, "its keys and texts have more than " + MOST_TEXT_BYTES + " bytes");
        }
        return text;
    }

    private GgufType type(String key) throws IOException, GgufException {
        long at = in.position();
        int type = in.readInt("the type of " + key);
        if (type < 0 || type >= GgufType.values().length) {
            throw in.wrong(at, key + " has the unknown type " + Integer.toUnsignedString(type));
        }
        return GgufType.values()[type];
    }

    private Object value(GgufType type, String key, int depth) throws IOException, GgufException {
        return switch (type) {
            case UINT8 -> (long) (in.readBytes(1, key)[0] & 0xFF);
            case INT8 -> (long) in.readBytes(1, key)[0];
            case BOOL -> bool(key);
            case UINT16 -> (long) shortOf(key) & 0xFFFF;
            case INT16 -> (long) shortOf(key);
            case UINT32 -> Integer.toUnsignedLong(in.readInt(key));
            case INT32 -> (long) in.readInt(key);
            case FLOAT32 -> (double) Float.intBitsToFloat(in.readInt(key));
            case UINT64, INT64 -> in.readLong(key);
            case FLOAT64 -> Double.longBitsToDouble(in.readLong(key));
            case STRING -> text(key, MOST_STRING_BYTES);
            case ARRAY -> array(key, depth);
        };
    }

    private boolean bool(String key) throws IOException, GgufException {
        long at = in.position();
        byte value = in.readBytes(1, key)[0];
        if (value != 0 && value != 1) {
            throw in.wrong(at, key + " is neither true nor false");
        }
        return value == 1;
    }

    private short shortOf(String key) throws IOException, GgufException {
        var bytes = in.readBytes(2, key);
        return (short) (bytes[0] & 0xFF | bytes[1] << 8);
    }

    private GgufArray array(String key, int depth) throws IOException, GgufException {
        if (depth >= MOST_DEPTH) {
            throw in.wrong(key + " holds arrays nested deeper than " + MOST_DEPTH);
        }
        var type = type(key);
        int count = in.readCount("the length of " + key, type.bytes, type.isFixed() ? Integer.MAX_VALUE : MOST_TEXTS);
        if (type == GgufType.STRING) {
            texts(key, count);
        } else if (!type.isFixed()) {
            for (int i = 0; i < count; i++) {
                value(type, key, depth + 1);
            }
        } else {
            in.skip((long) count * type.bytes, key);
        }
        return new GgufArray(type, count);
    }

    /// Texts of a list need not be UTF-8; those of the vocabulary are looked at.
    private void texts(String key, int count) throws IOException, GgufException {
        var vocabulary = new Vocabulary();
        boolean isVocabulary = key.equals("tokenizer.ggml.tokens");
        if (isVocabulary && count > MOST_TOKENS) {
            throw in.wrong("its vocabulary has " + count + " tokens, more than any model's");
        }
        for (int i = 0; i < count; i++) {
            long at = in.position();
            int length = in.readCount("the length of a text of " + key, 1, isVocabulary ? MOST_TOKEN_BYTES : MOST_STRING_BYTES);
            if (!isVocabulary) {
                in.skip(length, key);
            } else if (!vocabulary.add(in.readBytes(length, key))) {
                throw in.wrong(at, "token " + i + " of the vocabulary is the same as an earlier one");
            }
        }
        hasAllBytes |= isVocabulary && vocabulary.hasAllBytes();
    }

    private record Entry(String name, List<Long> shape, TensorType type, long offset, long at) {}

    private List<GgufTensor> table(int count) throws IOException, GgufException {
        var entries = new ArrayList<Entry>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            var entry = tensor();
            if (!names.add(entry.name)) {
                throw in.wrong(entry.at, "the tensor " + entry.name + " occurs twice");
            }
            entries.add(entry);
        }
        return placed(entries);
    }

    private Entry tensor() throws IOException, GgufException {
        long at = in.position();
        var name = in.readString("a tensor's name", MOST_NAME_BYTES);
        int dimensions = in.readInt("the dimensions of " + name);
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw in.wrong(at, "the tensor " + name + " has " + Integer.toUnsignedString(dimensions) + " dimensions");
        }
        var shape = new ArrayList<Long>();
        for (int i = 0; i < dimensions; i++) {
            shape.add(in.readLong("the shape of " + name));
        }
        int type = in.readInt("the type of " + name);
        var known = TensorType.of(type)
                .orElseThrow(() -> in.wrong(at, "the tensor " + name + " has the unknown type "
                        + Integer.toUnsignedString(type)));
        return new Entry(name, shape, known, in.readLong("the offset of " + name), at);
    }

    /// Tensors lie one behind the other, each at the next multiple of the alignment.
    private List<GgufTensor> placed(List<Entry> entries) throws GgufException {
        long alignment = alignment();
        long start = (in.position() + alignment - 1) / alignment * alignment;
        var tensors = new ArrayList<GgufTensor>();
        long expected = 0;
        for (var entry : entries) {
            if (entry.offset != expected) {
                throw in.wrong(entry.at, "the tensor " + entry.name + " starts at "
                        + Long.toUnsignedString(entry.offset) + " of the data, where " + expected + " is its place");
            }
            long bytes = bytes(entry);
            long end = start + entry.offset + bytes;
            if (end > in.size()) {
                throw new GgufException(path + " is cut short: the tensor " + entry.name + " needs bytes up to " + end
                        + ", and the file has " + in.size() + ".");
            }
            tensors.add(new GgufTensor(entry.name, entry.shape, entry.type, start + entry.offset, bytes));
            expected = (entry.offset + bytes + alignment - 1) / alignment * alignment;
        }
        return List.copyOf(tensors);
    }

    private long alignment() throws GgufException {
        var value = metadata.getOrDefault("general.alignment", (long) DEFAULT_ALIGNMENT);
        if (!(value instanceof Long alignment) || alignment < 1 || alignment > 1 << 20 || Long.bitCount(alignment) != 1) {
            throw in.wrong("general.alignment is " + value + ", which is no power of two up to 1,048,576");
        }
        return alignment;
    }

    private long bytes(Entry entry) throws GgufException {
        long blocks = 1;
        try {
            for (long side : entry.shape) {
                if (side < 1) {
                    throw in.wrong(entry.at, "the tensor " + entry.name + " has a side of " + side);
                }
                blocks = Math.multiplyExact(blocks, side);
            }
            if (entry.shape.getFirst() % entry.type.values != 0) {
                throw in.wrong(entry.at, "the tensor " + entry.name + " has rows of " + entry.shape.getFirst()
                        + " values, which is no multiple of " + entry.type + "'s block of " + entry.type.values);
            }
            // Room for the additions and roundings that follow.
            return Math.multiplyExact(Math.multiplyExact(blocks / entry.type.values, entry.type.bytes), 2L) / 2;
        } catch (ArithmeticException tooLarge) {
            throw in.wrong(entry.at, "the tensor " + entry.name + " has more values than any file can hold");
        }
    }
}
