package dev.thoughtscope.study.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The lines of a file, each with its number, none able to fill the memory.
final class DatasetLines implements AutoCloseable {
    /// Longest line in bytes. The longest problems of published sets have a few thousand.
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private int number;

    DatasetLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// @param text empty where `damage` tells why the line cannot be read
    record Line(int number, String text, String damage) {}

    /// The next line without its end, or null after the last one. What is too long is passed over.
    Line next() throws IOException {
        var bytes = new ByteArrayOutputStream(256);
        long length = 0;
        int next = in.read();
        if (next < 0) {
            return null;
        }
        number++;
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (++length <= LONGEST) {
                bytes.write(next);
            }
        }
        if (length > LONGEST) {
            return new Line(number, "", "it has " + length + " bytes, and " + LONGEST + " are read at most");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
            return new Line(number, trimmed(text), "");
        } catch (CharacterCodingException notText) {
            return new Line(number, "", "it is not UTF-8 text");
        }
    }

    private String trimmed(String text) {
        String line = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
