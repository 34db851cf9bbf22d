package dev.thoughtscope.session;

import dev.thoughtscope.search.Tree;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/// A run on disk, `*.thoughts`: one line that names the format, then one line of JSON an event.
public final class LogFile {
    public static final String EXTENSION = ".thoughts";

    private static final int VERSION = 1;
    private static final String HEADER = "{\"thoughtscope\":\"run\",\"version\":" + VERSION + "}";
    private static final Pattern ANY_HEADER = Pattern.compile("\\{\"thoughtscope\":\"run\",\"version\":(\\d{1,9})}");
    private static final int MOST_EVENTS = 10_000_000;

    private LogFile() {}

    /// A run read from a file.
    ///
    /// @param damage empty if the file was whole, else one sentence that says what was left out
    public record Opened(EventLog log, Optional<String> damage) {}

    /// Reads a run as far as its file is good.
    ///
    /// @throws IOException if nothing of it can be read; its message is one sentence for a person
    public static Opened read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    Files.isDirectory(file)
                            ? file + " is a folder: choose a " + EXTENSION + " file in it."
                            : "There is no file " + file + ".");
        }
        try (var bytes = Files.newInputStream(file)) {
            return read(file.toString(), bytes);
        }
    }

    /// Reads a run as far as it is good, from bytes that come from anywhere.
    ///
    /// @param name of the run in sentences
    /// @throws IOException if nothing of it can be read; its message is one sentence for a person
    public static Opened read(String name, InputStream bytes) throws IOException {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var lines = new BufferedReader(new InputStreamReader(bytes, strict));
        checkHeader(name, LineLimit.readLine(lines, 200));
        return readEvents(name, lines);
    }

    private static void checkHeader(String file, String header) throws IOException {
        var match = ANY_HEADER.matcher(header == null ? "" : header);
        if (!match.matches()) {
            throw new IOException(file + " is not a saved run: it does not begin as one. Choose a " + EXTENSION + " file.");
        }
        if (Integer.parseInt(match.group(1)) > VERSION) {
            throw new IOException(file + " was written by a newer Thoughtscope (format " + match.group(1)
                    + ", this one reads " + VERSION + "). Update to open it.");
        }
    }

    private static Opened readEvents(String file, BufferedReader lines) throws IOException {
        var log = new EventLog();
        var tree = new Tree();
        String line;
        try {
            while ((line = LineLimit.readLine(lines, EventJson.LONGEST_LINE)) != null && log.size() < MOST_EVENTS) {
                var recorded = EventJson.read(line);
                tree.apply(recorded.event());
                log.append(recorded);
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException broken) {
            if (log.size() == 0) {
                throw new IOException(file + " holds no readable run: its first event is damaged.", broken);
            }
            return new Opened(
                    log,
                    Optional.of("The file is damaged after event " + (log.size() - 1)
                            + "; what comes before it was opened. Save it under a new name to keep it."));
        }
        if (log.size() == 0) {
            throw new IOException(file + " holds no run: it has a header and nothing else.");
        }
        return new Opened(log, Optional.empty());
    }

    /// Writes a whole log in one go; the file is there complete or as it was before.
    public static void write(EventLog log, Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var partial = Files.createTempFile(folder, ".saving-", EXTENSION);
        try {
            try (var writer = Files.newBufferedWriter(partial)) {
                writer.write(HEADER + "\n");
                writeFrom(log, 0, writer);
            }
            Files.move(
                    partial,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static int writeFrom(EventLog log, int from, BufferedWriter writer) throws IOException {
        int next = from;
        while (true) {
            var events = log.read(next, 1000);
            if (events.isEmpty()) {
                return next;
            }
            for (var recorded : events) {
                writer.write(EventJson.write(recorded));
                writer.write('\n');
            }
            next += events.size();
        }
    }

    /// Appends a running log to a new file as it grows.
    static final class Appender implements AutoCloseable {
        private final EventLog log;
        private final FileChannel channel;
        private final BufferedWriter writer;
        private int next;

        Appender(EventLog log, Path file) throws IOException {
            this.log = log;
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            writer = new BufferedWriter(new OutputStreamWriter(
                    Channels.newOutputStream(channel), StandardCharsets.UTF_8));
            writer.write(HEADER + "\n");
            writer.flush();
        }

        /// Writes what is new and hands it to the operating system.
        void append() throws IOException {
            next = writeFrom(log, next, writer);
            writer.flush();
        }

        @Override
        public void close() throws IOException {
            try (channel; writer) {
                append();
                channel.force(false);
            }
        }
    }
}
