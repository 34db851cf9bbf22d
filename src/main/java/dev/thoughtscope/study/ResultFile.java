package dev.thoughtscope.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/// Results as they come, of problems or of texts: one line of JSON each, only ever appended, forced to the disk line by line.
///
/// A line that a crash cut off is taken away when the file is opened again; what it told is measured anew.
final class ResultFile<T> implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final FileChannel lock;

    private ResultFile(Path file, FileChannel channel, FileChannel lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /// Opens the file for appending; nobody else can until it is closed.
    static <T> ResultFile<T> open(Path file) throws IOException {
        var lock = lock(file.resolveSibling(file.getFileName() + ".lock"));
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.truncate(endOfLastLine(channel));
            channel.position(channel.size());
            return new ResultFile<>(file, channel, lock);
        } catch (IOException failed) {
            lock.close();
            throw failed;
        }
    }

    /// A file of its own, since a process gives up its lock on a file when it closes any of its handles on it, and
    /// results are also read.
    private static FileChannel lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw taken(file, sameProcess);
        }
        channel.close();
        throw taken(file, null);
    }

    private static IOException taken(Path file, Exception why) {
        return new IOException("Another study is writing into " + file.getParent() + ": choose another folder.", why);
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        var one = ByteBuffer.allocate(1);
        for (long at = channel.size() - 1; at >= 0; at--) {
            one.clear();
            channel.read(one, at);
            if (one.get(0) == '\n') {
                return at + 1;
            }
        }
        return 0;
    }

    /// @throws IOException in one sentence if the disk does not take it
    synchronized void append(T result) throws IOException {
        long before = channel.position();
        try {
            var bytes = ByteBuffer.wrap((StudyJson.write(result) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException full) {
            channel.truncate(before);
            throw new IOException(
                    "A result cannot be written to " + file + " (" + full.getMessage()
                            + "). What was measured before is kept: make room on the disk and resume.",
                    full);
        }
    }

    /// All whole lines; of results with the same key, the first.
    ///
    /// @throws IOException in one sentence if a line is damaged
    static <T> List<T> read(Path file, Class<T> type, Function<T, Object> key) throws IOException {
        var results = new ArrayList<T>();
        var seen = new HashSet<>();
        if (!Files.exists(file)) {
            return results;
        }
        int number = 0;
        var content = Files.readString(file);
        for (int from = 0, end = content.indexOf('\n'); end >= 0; from = end + 1, end = content.indexOf('\n', from)) {
            number++;
            try {
                var result = StudyJson.read(content.substring(from, end), type);
                if (seen.add(key.apply(result))) {
                    results.add(result);
                }
            } catch (IOException damaged) {
                throw new IOException(
                        file + ", line " + number + ": " + damaged.getMessage()
                                + ". Take the line away; what it told is then measured anew when the study is resumed.",
                        damaged);
            }
        }
        return results;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            channel.close();
        }
    }
}
