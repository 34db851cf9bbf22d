package dev.thoughtscope.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts in files of UTF-8.
public final class TextFile {
    /// Bytes of a text at most.
    public static final int MOST_BYTES = 4 << 20;

    private TextFile() {}

    /// @throws IOException in a sentence for a person, if it cannot be read, is too large or is not UTF-8
    public static String read(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return decode(stream.readNBytes(MOST_BYTES + 1), file.toString());
        }
    }

    /// @param bytes one more than [#MOST_BYTES] if there are too many
    /// @param name of where they are from
    public static String decode(byte[] bytes, String name) throws IOException {
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
