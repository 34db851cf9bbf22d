package dev.thoughtscope.session;

import java.io.IOException;
import java.io.Reader;

/// Reads lines that cannot fill the memory.
final class LineLimit {
    private LineLimit() {}

    /// The next line without its end, or null where there is none.
    ///
    /// @throws IOException if the line is longer than `most` characters
    static String readLine(Reader reader, int most) throws IOException {
        var line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.length() >= most) {
                throw new IOException("a line is longer than " + most + " characters");
            }
            line.append((char) next);
            next = reader.read();
        }
        return line.toString();
    }
}
