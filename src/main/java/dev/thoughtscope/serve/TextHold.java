package dev.thoughtscope.serve;

import dev.thoughtscope.engine.Piece;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Text of tokens, held back while a character is not whole or a stop string may have begun; what a stop string ends
/// is left out with it.
final class TextHold {
    private final List<String> stops;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private String held = "";
    private boolean stopped;

    TextHold(List<String> stops) {
        this.stops = stops;
    }

    /// @return what is certain now
    String add(Piece piece) {
        bytes.writeBytes(piece.bytes());
        var all = bytes.toByteArray();
        int whole = whole(all);
        held += new String(all, 0, whole, StandardCharsets.UTF_8);
        bytes.reset();
        bytes.write(all, whole, all.length - whole);
        return take();
    }

    /// What was held back, at the end.
    String rest() {
        String rest = stopped ? "" : held + bytes.toString(StandardCharsets.UTF_8);
        held = "";
        bytes.reset();
        return rest;
    }

    private String take() {
        if (stopped) {
            held = "";
            return "";
        }
        int at = stops.stream().mapToInt(held::indexOf).filter(i -> i >= 0).min().orElse(-1);
        stopped = at >= 0;
        int end = stopped ? at : mayBegin();
        String sure = held.substring(0, end);
        held = stopped ? "" : held.substring(end);
        return sure;
    }

    /// Where the held text may turn out to be the beginning of a stop string.
    private int mayBegin() {
        for (int from = 0; from < held.length(); from++) {
            String tail = held.substring(from);
            if (stops.stream().anyMatch(stop -> stop.startsWith(tail))) {
                return from;
            }
        }
        return held.length();
    }

    /// Bytes up to a character that has begun and not ended, if there is one.
    private static int whole(byte[] all) {
        for (int back = 1; back <= Math.min(3, all.length); back++) {
            int lead = all[all.length - back] & 0xff;
            int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
            if (lead >= 0xc0) {
                return length > back ? all.length - back : all.length;
            }
            if (lead < 0x80) {
                return all.length;
            }
        }
        return all.length;
    }
}
