package dev.thoughtscope.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that no reader may take for what it seems to be.
///
/// @param name file name; its ending says which reader it is for
/// @param maker writes it
record Hostile(String name, Maker maker) {
    @FunctionalInterface
    interface Maker {
        void write(Path file) throws IOException;
    }

    static Hostile of(String name, byte[] bytes) {
        return new Hostile(name, file -> Files.write(file, bytes));
    }

    static Hostile of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
