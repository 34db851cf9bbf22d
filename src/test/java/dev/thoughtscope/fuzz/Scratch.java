package dev.thoughtscope.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file whose contents change with each input.
final class Scratch {
    private final Path file;

    Scratch(String ending) {
        try {
            file = Files.createTempFile("fuzz", ending);
            file.toFile().deleteOnExit();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Path with(byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
