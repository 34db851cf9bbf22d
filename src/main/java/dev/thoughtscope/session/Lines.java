package dev.thoughtscope.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads lines that cannot fill the memory. One thread.
final class Lines {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    Lines(InputStream in) {
        this.in = in;
    }

    /// The bytes of the next line without its end, empty after the last one.
    ///
    /// @throws LineTooLongException if the line has more than `most` bytes
    Optional<byte[]> next(int most) throws IOException {
        if (at == end && !fill()) {
            return Optional.empty();
        }
        var line = new ByteArrayOutputStream(256);
        do {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            line.write(buffer, at, stop - at);
            if (line.size() > most) {
                throw new LineTooLongException(most);
            }
            at = stop;
            if (at < end) {
                at++;
                break;
            }
        } while (fill());
        return Optional.of(line.toByteArray());
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
