package dev.thoughtscope.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/// Writes a log as lines into an open file. One thread.
final class LogWriter {
    private static final int CHUNK = 500;

    private final EventLog log;
    private final FileChannel channel;
    private int next;
    private long written;

    LogWriter(EventLog log, FileChannel channel) {
        this.log = log;
        this.channel = channel;
    }

    /// Bytes of whole lines in the file.
    long written() {
        return written;
    }

    /// Writes all that the log holds and the file does not.
    ///
    /// @throws IOException if the disk does not take it; the file then ends with a whole line, and the next call
    ///     begins there
    void writeAll() throws IOException {
        if (written == 0) {
            write(LogFile.HEADER + "\n");
        }
        for (var events = log.read(next, CHUNK); !events.isEmpty(); events = log.read(next, CHUNK)) {
            var lines = new StringBuilder();
            for (var recorded : events) {
                lines.append(EventJson.write(recorded)).append('\n');
            }
            write(lines.toString());
            next += events.size();
        }
    }

    /// Whole lines behind all that was written.
    void write(String lines) throws IOException {
        var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
        int length = bytes.remaining();
        try {
            channel.position(written);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            written += length;
        } catch (IOException full) {
            channel.truncate(written);
            throw full;
        }
    }
}
