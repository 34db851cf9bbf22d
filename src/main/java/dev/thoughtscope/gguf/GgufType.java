package dev.thoughtscope.gguf;

/// Type of a metadata value; the ordinal is its number in the file.
public enum GgufType {
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    UINT32(4),
    INT32(4),
    FLOAT32(4),
    BOOL(1),
    STRING(8),
    ARRAY(12),
    UINT64(8),
    INT64(8),
    FLOAT64(8);

    /// Bytes of a value; the fewest for one of no fixed size.
    final int bytes;

    GgufType(int bytes) {
        this.bytes = bytes;
    }

    boolean isFixed() {
        return this != STRING && this != ARRAY;
    }
}
