package dev.thoughtscope.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Writes the smaller of the hostile files where a fuzzer begins from them, and the start of a real model.
public final class Seeds {
    private static final int LARGEST = 1 << 14;
    private static final int HEADER = 1 << 13;

    private Seeds() {}

    /// @param arguments the folder; a folder for each fuzzed reader is made in it
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var scratch = Files.createTempFile("seed", "");
        Files.delete(scratch);
        for (var one : Stream.of(HostileSessions.all(), HostileStudies.all(), HostileModels.all(), HostileWires.all()).flatMap(List::stream).toList()) {
            one.maker().write(scratch);
            if (Files.isRegularFile(scratch) && !Files.isSymbolicLink(scratch) && Files.size(scratch) <= LARGEST) {
                Files.createDirectories(folder.resolve(readerOf(one.name())));
                Files.copy(scratch, folder.resolve(readerOf(one.name())).resolve(one.name()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            delete(scratch);
        }
        var model = Files.readAllBytes(Path.of("models", "thoughtscope-small.gguf"));
        Files.write(folder.resolve("Gguf").resolve("model.gguf"), Arrays.copyOf(model, HEADER));
    }

    private static void delete(Path scratch) throws IOException {
        if (Files.isDirectory(scratch)) {
            try (var files = Files.list(scratch)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.delete(scratch);
    }

    private static String readerOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "thoughts" -> "Session";
            case "gguf" -> "Gguf";
            case "wire" -> "Wire";
            default -> "Study";
        };
    }
}
