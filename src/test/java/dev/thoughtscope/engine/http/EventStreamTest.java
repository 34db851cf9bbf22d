package dev.thoughtscope.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final String STREAM =
            ": hello\r\n\r\ndata: {\"a\":\"🎈é\"}\n\nid: 7\ndata:two\ndata: lines\r\n\r\nevent: x\rdata: 三\r\rdata: [DONE]\n\n";

    /// Bytes in pieces of a size.
    private static InputStream cut(byte[] bytes, int size) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(size, length));
            }
        };
    }

    private static List<String> events(InputStream in) throws IOException {
        var stream = new EventStream(in, 1 << 20);
        var events = new ArrayList<String>();
        for (var next = stream.next(); next.isPresent(); next = stream.next()) {
            events.add(next.get());
        }
        return events;
    }

    @Test
    void piecesOfAnySizeGiveTheSameEvents() throws IOException {
        var bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= bytes.length; size++) {
            assertThat(events(cut(bytes, size)))
                    .containsExactly("{\"a\":\"🎈é\"}", "two\nlines", "三", "[DONE]");
        }
    }

    @Test
    void aStreamThatNeverEndsIsLeft() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return ':';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) ':');
                return length;
            }
        };
        assertThatThrownBy(() -> new EventStream(endless, Long.MAX_VALUE).next())
                .isInstanceOf(EventStream.ReplyTooLong.class);
        var chatter = cut(":\n".repeat(1000).getBytes(StandardCharsets.UTF_8), 16);
        assertThatThrownBy(() -> new EventStream(chatter, 500).next()).isInstanceOf(EventStream.ReplyTooLong.class);
    }
}
