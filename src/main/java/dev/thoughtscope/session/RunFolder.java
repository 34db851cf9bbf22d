package dev.thoughtscope.session;

import dev.thoughtscope.search.Event;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where every run is kept as it is made, each in a file named after its time and question. Reads disks: not for the
/// JavaFX thread.
///
/// @param folder made with the first run
public record RunFolder(Path folder) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");
    private static final int NAME = 40;
    private static final int TAIL = 1 << 16;

    /// A file that is not there yet.
    public Path newFile(String question, Instant now) {
        String time = TIME.format(LocalDateTime.ofInstant(now, ZoneId.systemDefault()));
        String words = question.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        String name = (time + " " + words.substring(0, Math.min(NAME, words.length()))).strip();
        var file = folder.resolve(name + LogFile.EXTENSION);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + " " + i + LogFile.EXTENSION);
        }
        return file;
    }

    /// The latest runs, the newest first. A file that is no run is left out.
    ///
    /// @param most of them
    public List<SavedRun> recent(int most) {
        var runs = new ArrayList<SavedRun>();
        for (var file : files()) {
            if (runs.size() >= most) {
                break;
            }
            describe(file).ifPresent(runs::add);
        }
        return List.copyOf(runs);
    }

    /// The newest run, if it never came to its end and nobody is writing it: what a crash leaves behind.
    public Optional<SavedRun> unfinished() {
        return recent(1).stream()
                .filter(run -> !run.ended() && !SessionLock.isTakenElsewhere(run.file()))
                .findFirst();
    }

    /// Deletes all but the newest runs.
    ///
    /// @throws IOException if one cannot be deleted
    public void prune(int keep) throws IOException {
        var files = files();
        for (var file : files.subList(Math.min(keep, files.size()), files.size())) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(LogFile.EXTENSION))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(RunFolder::changed).reversed().thenComparing(Comparator.reverseOrder()))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    /// What a file holds, from its first lines and its last.
    public static Optional<SavedRun> describe(Path file) {
        try (var in = Files.newInputStream(file)) {
            var lines = new Lines(in);
            lines.next(EventJson.LONGEST_LINE);
            var first = lines.next(EventJson.LONGEST_LINE);
            if (first != null && EventJson.read(first).event() instanceof Event.RunStarted started) {
                return Optional.of(new SavedRun(file, started.run().question(), changed(file), hasEnded(file)));
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException noRun) {
            return Optional.empty();
        }
    }

    private static boolean hasEnded(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, bytes.length() - TAIL);
            bytes.seek(from);
            var tail = new byte[(int) (bytes.length() - from)];
            bytes.readFully(tail);
            var lines = new String(tail, StandardCharsets.UTF_8).stripTrailing();
            String last = lines.substring(lines.lastIndexOf('\n') + 1);
            var event = EventJson.read(last.getBytes(StandardCharsets.UTF_8)).event();
            return event instanceof Event.Finished || event instanceof Event.Failed;
        } catch (IOException | IllegalArgumentException cutOff) {
            return false;
        }
    }
}
