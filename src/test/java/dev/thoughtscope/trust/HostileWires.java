package dev.thoughtscope.trust;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What an engine's process could say after a model file has taken it over. Big-endian, each frame with its length.
final class HostileWires {
    private final List<Hostile> all = new ArrayList<>();

    private HostileWires() {}

    static List<Hostile> all() {
        var wires = new HostileWires();
        wires.frames();
        return wires.all;
    }

    private void add(String name, Object... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            switch (part) {
                case Byte one -> out.write(one);
                case Integer number -> out.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
                case Long number -> out.writeBytes(ByteBuffer.allocate(8).putLong(number).array());
                case String text -> out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
                default -> throw new IllegalArgumentException(part.toString());
            }
        }
        all.add(Hostile.of(name + ".wire", out.toByteArray()));
    }

    private void frames() {
        byte opened = 16;
        byte tokens = 18;
        byte text = 19;
        byte step = 20;
        byte done = 21;
        add("length-negative", -5, tokens);
        add("length-0", 0, tokens);
        add("length-huge", Integer.MAX_VALUE, tokens);
        add("kind-unknown", 10, (byte) 99, "xxxxxxxxxx");
        add("text-huge", 100, text, 1L, 1 << 28, "short");
        add("text-negative", 100, text, 1L, -1, "short");
        add("tokens-huge", 100, tokens, 1L, 1 << 26, "short");
        add("cut", 100, text, 1L, 50, "short");
        add("step-before-vocabulary", 100, step, 1L, 5, 0L, 0L, (byte) 1, (byte) 0);
        add("reason-unknown", 100, done, 1L, (byte) 77, 1, 1, "x".repeat(64));
        add("vocabulary-huge", 200, opened, 0, 0, 0, 1L, 1L, 1, 1, 1, 0, 0, Integer.MAX_VALUE);
        add("vocabulary-negative", 200, opened, 0, 0, 0, 1L, 1L, 1, 1, 1, 0, 0, -7);
        add("metadata-endless", 200, opened, 0, 0, 0, 1L, 1L, 1, 1, 1, 0, Integer.MAX_VALUE);
    }
}
