package dev.thoughtscope.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Little-endian numbers and strings from a file whose end is always known.
final class GgufInput {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final Path path;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long read;

    GgufInput(FileChannel channel, Path path) throws IOException {
        this.channel = channel;
        this.path = path;
        size = channel.size();
    }

    long size() {
        return size;
    }

    long position() {
        return read - buffer.remaining();
    }

    long left() {
        return size - position();
    }

    GgufException wrong(long at, String what) {
        return new GgufException(path + " is damaged at byte " + at + ": " + what + ".");
    }

    GgufException wrong(String what) {
        return wrong(position(), what);
    }

    int readInt(String what) throws IOException, GgufException {
        need(4, what);
        return buffer.getInt();
    }

    long readLong(String what) throws IOException, GgufException {
        need(8, what);
        return buffer.getLong();
    }

    /// A length or count, refused if as many things of `each` bytes cannot be in the rest of the file.
    int readCount(String what, long each, long most) throws IOException, GgufException {
        long at = position();
        long count = readLong(what);
        if (count < 0 || count > most || count > left() / each) {
            throw wrong(at, what + " is " + Long.toUnsignedString(count) + ", more than the file can hold");
        }
        return (int) count;
    }

    String readString(String what, int most) throws IOException, GgufException {
        long at = position();
        var bytes = new byte[readCount("the length of " + what, 1, most)];
        readFully(bytes, what);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            throw wrong(at, what + " is not UTF-8 text");
        }
    }

    byte[] readBytes(int count, String what) throws IOException, GgufException {
        var bytes = new byte[count];
        readFully(bytes, what);
        return bytes;
    }

    void skip(long bytes, String what) throws IOException, GgufException {
        if (bytes > left()) {
            throw cut(what);
        }
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
            return;
        }
        read = position() + bytes;
        buffer.limit(0);
        channel.position(read);
    }

    private void readFully(byte[] bytes, String what) throws IOException, GgufException {
        int at = 0;
        while (at < bytes.length) {
            int part = Math.min(bytes.length - at, BUFFER);
            need(part, what);
            buffer.get(bytes, at, part);
            at += part;
        }
    }

    private void need(int bytes, String what) throws IOException, GgufException {
        if (bytes > left()) {
            throw cut(what);
        }
        if (buffer.remaining() < bytes) {
            buffer.compact();
            while (buffer.position() < bytes) {
                int got = channel.read(buffer);
                if (got < 0) {
                    throw cut(what);
                }
                read += got;
            }
            buffer.flip();
        }
    }

    private GgufException cut(String what) {
        return new GgufException(
                path + " is cut short: it ends at byte " + size + ", before the end of " + what + ".");
    }
}
