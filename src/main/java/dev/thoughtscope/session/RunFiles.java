package dev.thoughtscope.session;

import dev.thoughtscope.search.Event;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where the window keeps its runs: a folder of the person's own, one file a run, named by its time and question.
///
/// @param folder made when the first run is kept
public record RunFiles(Path folder) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm-ss", Locale.ROOT);
    private static final int NAME = 40;
    private static final int MOST = 200;
    private static final long MOST_BYTES = 2L << 30;
    private static final int TAIL = 1 << 16;

    /// By the customs of the system: `~/.local/share/thoughtscope/runs` on Linux, or below `XDG_DATA_HOME`.
    public static RunFiles ofPerson() {
        String home = System.getProperty("user.home", ".");
        String os = System.getProperty("os.name", "");
        if (os.startsWith("Windows")) {
            String local = System.getenv("LOCALAPPDATA");
            return new RunFiles(Path.of(local == null ? home : local, "Thoughtscope", "runs"));
        }
        if (os.startsWith("Mac")) {
            return new RunFiles(Path.of(home, "Library", "Application Support", "Thoughtscope", "runs"));
        }
        String data = System.getenv("XDG_DATA_HOME");
        var base = data == null || data.isBlank() ? Path.of(home, ".local", "share") : Path.of(data);
        return new RunFiles(base.resolve("thoughtscope").resolve("runs"));
    }

    /// A name that is not taken yet. Only letters and digits of the question are in it.
    Path next(String question, Instant now) {
        String words = question.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        words = words.codePoints().limit(NAME).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        String name = (TIME.format(now.atZone(ZoneId.systemDefault())) + " " + words).strip();
        var file = folder.resolve(name + LogFile.EXTENSION);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + " " + i + LogFile.EXTENSION);
        }
        return file;
    }

    /// The last run, if the app ended in the middle of it.
    Optional<Path> cutOff() {
        try {
            return newestFirst().stream().findFirst().filter(file -> !SessionLock.isTakenElsewhere(file) && !hasEnd(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// The last run, if the app ended in the middle of it, as [#cutOff] finds it.
    public Optional<SavedRun> unfinished() {
        return cutOff().flatMap(RunFiles::describe);
    }

    /// The latest runs, the newest first. A file that is no run is left out. Reads the ends of so many files.
    public List<SavedRun> recent(int most) {
        try {
            return newestFirst().stream().map(RunFiles::describe).flatMap(Optional::stream).limit(most).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// What a file holds, from its first lines and its last.
    private static Optional<SavedRun> describe(Path file) {
        try (var in = Files.newInputStream(file)) {
            var lines = new Lines(in);
            lines.next(EventJson.LONGEST_LINE);
            var first = lines.next(EventJson.LONGEST_LINE);
            if (first.isPresent() && EventJson.read(first.get()).event() instanceof Event.RunStarted started) {
                var changed = Files.getLastModifiedTime(file).toInstant();
                return Optional.of(new SavedRun(file, started.run().question(), changed, hasEnd(file)));
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException noRun) {
            return Optional.empty();
        }
    }

    private static boolean hasEnd(Path file) {
        try (var random = new RandomAccessFile(file.toFile(), "r")) {
            var tail = new byte[(int) Math.min(TAIL, random.length())];
            random.seek(random.length() - tail.length);
            random.readFully(tail);
            String text = new String(tail, StandardCharsets.ISO_8859_1).stripTrailing();
            String last = text.substring(text.lastIndexOf('\n') + 1);
            if (last.startsWith(Marks.START)) {
                last = text.substring(0, Math.max(0, text.lastIndexOf('\n')));
                last = last.substring(last.lastIndexOf('\n') + 1);
            }
            return last.contains("\"type\":\"Finished\"") || last.contains("\"type\":\"Failed\"");
        } catch (IOException unreadable) {
            return true;
        }
    }

    /// Takes away the oldest where there are very many, or very large ones.
    void prune() throws IOException {
        int count = 0;
        long bytes = 0;
        for (var file : newestFirst()) {
            bytes += Files.size(file);
            if (++count > MOST || count > 1 && bytes > MOST_BYTES) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(LogFile.EXTENSION) && Files.isRegularFile(file))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
                    .toList();
        }
    }
}
