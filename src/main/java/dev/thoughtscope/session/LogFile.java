package dev.thoughtscope.session;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A run on disk, `*.thoughts`: one line that names the format, then one line of JSON an event.
public final class LogFile {
    public static final String EXTENSION = ".thoughts";

    private static final int VERSION = 1;
    static final String HEADER = "{\"thoughtscope\":\"run\",\"version\":" + VERSION + "}";
    private static final Pattern ANY_HEADER = Pattern.compile("\\{\"thoughtscope\":\"run\",\"version\":(\\d{1,9})}");
    private static final int LONGEST_HEADER = 200;

    private LogFile() {}

    /// A run read from a file.
    ///
    /// @param damage empty if the file is whole, else one sentence that says what was left out, or that it is still
    ///     being written
    /// @param marks moments that a person marked, by how many events had happened
    public record Opened(EventLog log, Optional<String> damage, SortedSet<Integer> marks) {
        private Opened(EventLog log, Optional<String> damage) {
            this(log, damage, new TreeSet<>());
        }

        private Opened stillWritten(Path file) {
            return new Opened(log, Optional.of("Another Thoughtscope is still writing " + file
                    + "; what it had written was opened. Open it again to see more."), marks);
        }
    }

    /// Reads a run as far as its file is good.
    ///
    /// @throws IOException if nothing of it can be read; its message is one sentence for a person
    public static Opened read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    Files.isDirectory(file)
                            ? file + " is a folder: choose a " + EXTENSION + " file in it."
                            : Files.exists(file)
                                    ? file + " is no ordinary file: choose a " + EXTENSION + " file."
                                    : "There is no file " + file + ".");
        }
        try (var in = Files.newInputStream(file)) {
            var opened = read(file.toString(), in);
            return SessionLock.isTakenElsewhere(file) ? opened.stillWritten(file) : opened;
        }
    }

    /// Reads a run as far as it is good, from bytes that come from anywhere.
    ///
    /// @param name of the run in sentences
    /// @throws IOException if nothing of it can be read; its message is one sentence for a person
    public static Opened read(String name, InputStream bytes) throws IOException {
        var lines = new Lines(bytes);
        int version = version(name, lines);
        return version > VERSION ? readNewer(name, lines, version) : readEvents(name, lines);
    }

    private static int version(String file, Lines lines) throws IOException {
        var match = ANY_HEADER.matcher(header(lines));
        if (!match.matches() || Integer.parseInt(match.group(1)) == 0) {
            throw new IOException(file + " is not a saved run: it does not begin as one. Choose a " + EXTENSION + " file.");
        }
        return Integer.parseInt(match.group(1));
    }

    /// A run of a later format, as far as its events can be understood.
    private static Opened readNewer(String file, Lines lines, int version) throws IOException {
        String newer = file + " was written by a newer Thoughtscope (format " + version + ", this one reads " + VERSION + ")";
        try {
            var opened = readEvents(file, lines);
            return new Opened(
                    opened.log(), Optional.of(newer + "; what this one understands of it was opened. Update to see all."), opened.marks());
        } catch (IOException unknown) {
            throw new IOException(newer + ". Update to open it.", unknown);
        }
    }

    private static String header(Lines lines) throws IOException {
        try {
            return lines.next(LONGEST_HEADER).map(line -> new String(line, StandardCharsets.ISO_8859_1)).orElse("");
        } catch (LineTooLongException _) {
            return "";
        }
    }

    private static Opened readEvents(String file, Lines lines) throws IOException {
        var log = new EventLog();
        var tree = new Tree();
        var limits = LogLimits.ofThisMachine();
        SortedSet<Integer> marks = new TreeSet<>();
        try {
            for (var line = lines.next(EventJson.LONGEST_LINE); line.isPresent(); line = lines.next(EventJson.LONGEST_LINE)) {
                var marked = Marks.read(line.get());
                if (marked.isPresent()) {
                    marks = marked.get();
                    continue;
                }
                var recorded = EventJson.read(line.get());
                if (log.size() == 0 && !(recorded.event() instanceof Event.RunStarted)) {
                    throw new IllegalStateException("the first event starts no run");
                }
                tree.apply(recorded.event());
                limits.take(recorded);
                log.append(recorded);
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException broken) {
            if (log.size() == 0) {
                throw new IOException(file + " holds no readable run: its first event is damaged.", broken);
            }
            return new Opened(log, Optional.of(damage(log, broken)));
        }
        if (log.size() == 0) {
            throw new IOException(file + " holds no run: it has a header and nothing else.");
        }
        return new Opened(log, Optional.empty(), marks.headSet(log.size() + 1));
    }

    private static String damage(EventLog log, Exception broken) {
        return broken instanceof LogLimits.Exceeded limit
                ? "After event " + (log.size() - 1) + " " + limit.getMessage()
                        + "; what comes before it was opened. Save it under a new name to keep it."
                : "The file is damaged after event " + (log.size() - 1)
                        + "; what comes before it was opened. Save it under a new name to keep it.";
    }

    /// Writes a whole log in one go; the file is there complete or as it was before.
    ///
    /// @throws IOException in one sentence that says what is in the way
    public static void write(EventLog log, Path file) throws IOException {
        write(log, List.of(), file);
    }

    /// As [#write(EventLog, Path)], with the moments that a person marked.
    public static void write(EventLog log, Collection<Integer> marks, Path file) throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
        } catch (IOException refused) {
            throw Unwritable.because(file, refused);
        }
        try (var _ = SessionLock.take(target)) {
            replace(log, marks, target);
        }
    }

    private static void replace(EventLog log, Collection<Integer> marks, Path file) throws IOException {
        try {
            var partial = Files.createTempFile(file.getParent(), ".saving-", EXTENSION);
            try {
                try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                    var writer = new LogWriter(log, channel);
                    writer.writeAll();
                    if (!marks.isEmpty()) {
                        writer.write(Marks.line(marks) + "\n");
                    }
                    channel.force(false);
                }
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException refused) {
            throw Unwritable.because(file, refused);
        }
    }
}
