package dev.thoughtscope.lessons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// Which lessons a person has been through, and how they did. Immutable.
///
/// @param done the best score of each lesson, by name
public record Progress(Map<String, Score> done) {
    public static final Progress NONE = new Progress(Map.of());
    private static final int MOST = 1000;

    /// @param right predictions that came true
    public record Score(int right, int questions) {}

    public Progress {
        done = Map.copyOf(done);
    }

    /// The better of two scores stays.
    public Progress with(String lesson, Score score) {
        var next = new TreeMap<>(done);
        next.merge(lesson, score, (a, b) -> a.right() >= b.right() && a.questions() == b.questions() ? a : b);
        return new Progress(next);
    }

    /// What a file holds; nothing if there is none or it cannot be read, for progress is not worth a complaint.
    public static Progress read(Path file) {
        var properties = new Properties();
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST * 100) {
                return NONE;
            }
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            return NONE;
        }
        var done = new TreeMap<String, Score>();
        for (String name : properties.stringPropertyNames()) {
            var parts = properties.getProperty(name).strip().split("/");
            if (parts.length == 2 && parts[0].matches("\\d{1,4}") && parts[1].matches("\\d{1,4}")) {
                done.put(name, new Score(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
            }
        }
        return new Progress(done);
    }

    /// @throws IOException if the file cannot be written; it is there complete or as it was before
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var partial = Files.createTempFile(file.toAbsolutePath().getParent(), ".lessons-", ".properties");
        try {
            var properties = new Properties();
            done.forEach((name, score) -> properties.setProperty(name, score.right() + "/" + score.questions()));
            try (var writer = Files.newBufferedWriter(partial)) {
                properties.store(writer, null);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
