package dev.thoughtscope.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Server-sent events out of bytes that come in pieces of any size.
///
/// Bytes become text a whole line at a time, so a character cut between two pieces stays whole.
/// Source: WHATWG HTML, section "Server-sent events".
final class EventStream {
    static final int LONGEST_LINE = 4 << 20;

    private final InputStream in;
    private final long most;
    private final byte[] buffer = new byte[16384];
    private int at;
    private int end;
    private long read;
    private boolean afterReturn;

    /// @param most bytes to read in all
    EventStream(InputStream in, long most) {
        this.in = in;
        this.most = most;
    }

    /// The data of the next event, or empty where the stream ends.
    ///
    /// @throws ReplyTooLong if the bounds are passed
    Optional<String> next() throws IOException {
        var data = new StringBuilder();
        boolean some = false;
        for (var line = line(); line.isPresent(); line = line()) {
            String text = line.get();
            if (text.isEmpty() && some) {
                return Optional.of(data.toString());
            }
            // llama-server has put errors under a name of their own
            int colon = text.startsWith("data:") ? 5 : text.startsWith("error:") ? 6 : -1;
            if (colon > 0) {
                data.append(some ? "\n" : "").append(text, text.startsWith(" ", colon) ? colon + 1 : colon, text.length());
                some = true;
            }
            if (data.length() > LONGEST_LINE) {
                throw new ReplyTooLong();
            }
        }
        return some ? Optional.of(data.toString()) : Optional.empty();
    }

    private Optional<String> line() throws IOException {
        var line = new ByteArrayOutputStream(256);
        while (true) {
            if (at == end && !fill()) {
                return line.size() == 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            byte next = buffer[at++];
            boolean secondHalf = next == '\n' && afterReturn;
            afterReturn = next == '\r';
            if (secondHalf) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw new ReplyTooLong();
            }
        }
    }

    private boolean fill() throws IOException {
        end = in.read(buffer);
        at = 0;
        if (end < 0) {
            end = 0;
            return false;
        }
        read += end;
        if (read > most) {
            throw new ReplyTooLong();
        }
        return true;
    }

    static final class ReplyTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
