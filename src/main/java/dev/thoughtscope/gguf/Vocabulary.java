package dev.thoughtscope.gguf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// The tokens of a file as the library will see them: it reads each only up to a zero byte, and gives
/// empty ones a name by their number.
final class Vocabulary {
    private static final int BYTES = 256;

    private final Set<ByteBuffer> tokens = new HashSet<>();
    private int count;

    /// @return false if there is an equal one
    boolean add(byte[] token) {
        int length = 0;
        while (length < token.length && token[length] != 0) {
            length++;
        }
        var seen = length == 0 ? utf8("[EMPTY_" + count + "]") : Arrays.copyOf(token, length);
        count++;
        return tokens.add(ByteBuffer.wrap(seen));
    }

    /// Whether any text can be written, if need be byte by byte.
    boolean hasAllBytes() {
        for (int b = 0; b < BYTES; b++) {
            if (!tokens.contains(ByteBuffer.wrap(utf8(String.format("<0x%02X>", b))))
                    && !tokens.contains(ByteBuffer.wrap(new byte[] {(byte) b}))) {
                return false;
            }
        }
        return true;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
