package dev.thoughtscope.engine.llama;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;

/// A C struct: fields in order with their natural alignment, and the defaults by which it is recognised.
final class NativeStruct {
    private enum Kind {
        BOOL(1),
        INT(4),
        FLOAT(4),
        POINTER(8);

        final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    private record Field(Kind kind, int offset, Number expected) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private int end;

    NativeStruct ints(String... names) {
        return add(Kind.INT, names);
    }

    NativeStruct floats(String... names) {
        return add(Kind.FLOAT, names);
    }

    NativeStruct bools(String... names) {
        return add(Kind.BOOL, names);
    }

    NativeStruct pointers(String... names) {
        return add(Kind.POINTER, names);
    }

    /// States the value that a field has in the library's own defaults.
    NativeStruct expect(String name, Number value) {
        var field = fields.get(name);
        fields.put(name, new Field(field.kind, field.offset, value));
        return this;
    }

    private NativeStruct add(Kind kind, String... names) {
        for (var name : names) {
            int offset = (end + kind.bytes - 1) / kind.bytes * kind.bytes;
            fields.put(name, new Field(kind, offset, null));
            end = offset + kind.bytes;
        }
        return this;
    }

    int size() {
        return (end + 7) / 8 * 8;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /// Whether the library's defaults, written into a segment filled with `filler`, lie where this struct has them.
    boolean matches(MemorySegment defaults, byte filler) {
        int written = (int) defaults.byteSize();
        while (written > 0 && defaults.get(ValueLayout.JAVA_BYTE, written - 1L) == filler) {
            written--;
        }
        return (written + 7) / 8 * 8 == size()
                && fields.values().stream().allMatch(field -> field.expected == null || expected(field, defaults));
    }

    private static boolean expected(Field field, MemorySegment defaults) {
        return switch (field.kind) {
            case BOOL -> defaults.get(ValueLayout.JAVA_BYTE, field.offset) == field.expected.byteValue();
            case INT -> defaults.get(ValueLayout.JAVA_INT, field.offset) == field.expected.intValue();
            case FLOAT -> defaults.get(ValueLayout.JAVA_FLOAT, field.offset) == field.expected.floatValue();
            case POINTER -> defaults.get(ValueLayout.JAVA_LONG, field.offset) == field.expected.longValue();
        };
    }

    void setInt(MemorySegment struct, String name, int value) {
        struct.set(ValueLayout.JAVA_INT, offset(name, Kind.INT), value);
    }

    void setBool(MemorySegment struct, String name, boolean value) {
        struct.set(ValueLayout.JAVA_BYTE, offset(name, Kind.BOOL), (byte) (value ? 1 : 0));
    }

    void setPointer(MemorySegment struct, String name, MemorySegment value) {
        struct.set(ValueLayout.ADDRESS, offset(name, Kind.POINTER), value);
    }

    private int offset(String name, Kind kind) {
        var field = fields.get(name);
        if (field == null || field.kind != kind) {
            throw new IllegalArgumentException("no field " + name + " of kind " + kind);
        }
        return field.offset;
    }
}
