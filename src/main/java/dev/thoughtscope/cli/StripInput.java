package dev.thoughtscope.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a strip, from the command line, a file or the standard input.
final class StripInput {
    private static final int MOST_BYTES = 4 << 20;

    private StripInput() {}

    /// @param text null for none
    /// @param file null for none, `-` for the standard input
    static String read(String text, Path file) throws IOException {
        if ((text == null) == (file == null)) {
            throw new IllegalArgumentException("Give either a text or a file with --file.");
        }
        return file == null ? argument(text) : decode(bytes(file), file.toString());
    }

    private static String argument(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            throw new IllegalArgumentException(
                    "The text has characters that cannot be read: it must be UTF-8. Put it in a file and use --file.");
        }
        return text;
    }

    private static byte[] bytes(Path file) throws IOException {
        if (file.toString().equals("-")) {
            return System.in.readNBytes(MOST_BYTES + 1);
        }
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(MOST_BYTES + 1);
        }
    }

    private static String decode(byte[] bytes, String name) throws IOException {
        if (bytes.length > MOST_BYTES) {
            throw new IOException(name + " is larger than 4 MB: a strip is for texts of a few thousand words.");
        }
        var buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new IOException(name + " is not UTF-8 text: byte " + buffer.position()
                    + " begins no character. Save it as UTF-8 and try again.");
        }
    }
}
