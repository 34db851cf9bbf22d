package dev.thoughtscope.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// Appends a running log to a file as it grows. One thread.
///
/// A file that was there before is put aside under another name until the new one is whole.
final class LogAppender implements AutoCloseable {
    private static final String ASIDE = ".earlier";
    private static final int MOST_NAMES = 1000;

    private final EventLog log;
    private final Path wanted;
    private Path file;
    private SessionLock lock;
    private volatile FileChannel channel;
    private LogWriter writer;
    private Object key;
    private Optional<Path> aside = Optional.empty();

    /// @throws IOException in one sentence if the file cannot be made
    LogAppender(EventLog log, Path file) throws IOException {
        this.log = log;
        wanted = file.toAbsolutePath();
        try {
            Files.createDirectories(wanted.getParent());
        } catch (IOException refused) {
            throw Unwritable.because(file, refused);
        }
        begin(wanted);
    }

    private void begin(Path next) throws IOException {
        lock = SessionLock.take(next);
        try {
            file = next;
            aside = putAside(next);
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            writer = new LogWriter(log, channel);
            key = attributes().fileKey();
            writer.writeAll();
        } catch (IOException refused) {
            lock.close();
            throw Unwritable.because(next, refused);
        }
    }

    private static Optional<Path> putAside(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String name = file.getFileName().toString();
        int dot = name.endsWith(LogFile.EXTENSION) ? name.length() - LogFile.EXTENSION.length() : name.length();
        var to = file.resolveSibling(name.substring(0, dot) + ASIDE + name.substring(dot));
        return Optional.of(Files.move(file, to, StandardCopyOption.REPLACE_EXISTING));
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    /// Writes what is new and hands it to the operating system.
    ///
    /// @return a sentence if somebody took the file away or changed it: the run is then saved beside it
    /// @throws IOException in one sentence if the disk does not take it; the next call tries again
    Optional<String> append() throws IOException {
        if (!isOurs()) {
            channel.close();
            lock.close();
            var before = file;
            aside = Optional.empty();
            begin(free());
            return Optional.of(before + " was changed or taken away by another program; the run goes on in "
                    + file.getFileName() + ".");
        }
        try {
            writer.writeAll();
            return Optional.empty();
        } catch (IOException refused) {
            throw Unwritable.because(file, refused);
        }
    }

    private boolean isOurs() {
        try {
            var now = attributes();
            return now.size() == writer.written() && Objects.equals(now.fileKey(), key);
        } catch (IOException gone) {
            return false;
        }
    }

    private Path free() throws IOException {
        String name = wanted.getFileName().toString();
        int dot = name.endsWith(LogFile.EXTENSION) ? name.length() - LogFile.EXTENSION.length() : name.length();
        for (int i = 2; i < MOST_NAMES; i++) {
            var other = wanted.resolveSibling(name.substring(0, dot) + "-" + i + name.substring(dot));
            if (!Files.exists(other)) {
                return other;
            }
        }
        throw new IOException("There are too many files beside " + wanted + ".");
    }

    /// What was appended is on the disk itself after this.
    void force() throws IOException {
        try {
            channel.force(false);
        } catch (IOException refused) {
            throw Unwritable.because(file, refused);
        }
    }

    /// As [#force], from any thread; a disk that refuses will do so again at the end, and is told of then.
    void forceOrLeave() {
        try {
            channel.force(false);
        } catch (IOException refused) {
            LoggerFactory.getLogger(LogAppender.class).debug("not forced to the disk", refused);
        }
    }

    /// The whole log is in the file; what was there before can go.
    void finish() throws IOException {
        append();
        force();
        if (aside.isPresent()) {
            Files.deleteIfExists(aside.get());
        }
    }

    @Override
    public void close() throws IOException {
        try (var _ = lock) {
            channel.close();
        }
    }
}
