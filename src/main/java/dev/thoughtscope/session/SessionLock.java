package dev.thoughtscope.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A mark beside a session's file that a process is writing it: a hidden file with the process's number and the time
/// it began. A mark whose process is gone counts for nothing.
///
/// The system's own locks are no use here: on Linux a process loses them when it closes any handle of the file.
final class SessionLock implements AutoCloseable {
    private static final Pattern CONTENT = Pattern.compile("(\\d{1,10}) (\\d{1,15})\\s*");
    private static final int LONGEST = 64;
    /// A process's start is told only roughly.
    private static final Duration TOLERANCE = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    private final Path mark;

    private SessionLock(Path mark) {
        this.mark = mark;
    }

    /// @throws IOException in one sentence, if another is writing the file or none can be written there
    static SessionLock take(Path file) throws IOException {
        var mark = markOf(file);
        for (int i = 0; i < TRIES; i++) {
            try {
                Files.writeString(mark, content(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return new SessionLock(mark);
            } catch (FileAlreadyExistsException _) {
                if (holder(mark).isPresent()) {
                    throw new IOException("Another Thoughtscope is writing " + file + ": choose another name.");
                }
                Files.deleteIfExists(mark);
            } catch (IOException refused) {
                Files.deleteIfExists(mark);
                throw Unwritable.because(file, refused);
            }
        }
        throw new IOException("Another Thoughtscope is writing " + file + ": choose another name.");
    }

    /// Whether another process is writing the file.
    static boolean isTakenElsewhere(Path file) {
        return holder(markOf(file)).filter(pid -> pid != ProcessHandle.current().pid()).isPresent();
    }

    private static Path markOf(Path file) {
        var absolute = file.toAbsolutePath();
        return absolute.resolveSibling("." + absolute.getFileName() + ".lock");
    }

    private static String content() {
        var self = ProcessHandle.current();
        return self.pid() + " " + began(self).map(Instant::toEpochMilli).orElse(0L);
    }

    private static Optional<Instant> began(ProcessHandle process) {
        return process.info().startInstant();
    }

    /// The process that a mark names, if it lives.
    private static Optional<Long> holder(Path mark) {
        try (var in = Files.newInputStream(mark)) {
            var match = CONTENT.matcher(new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1));
            if (!match.matches()) {
                return Optional.empty();
            }
            long pid = Long.parseLong(match.group(1));
            var start = Instant.ofEpochMilli(Long.parseLong(match.group(2)));
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> began(process)
                            .map(at -> Duration.between(at, start).abs().compareTo(TOLERANCE) < 0)
                            .orElse(true))
                    .map(ProcessHandle::pid);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(mark);
    }
}
