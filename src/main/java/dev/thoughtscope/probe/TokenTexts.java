package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Piece;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Tokens as they read.
public final class TokenTexts {
    private TokenTexts() {}

    /// The characters that each piece completes: empty in the middle of a character that spans pieces. Together
    /// they are the text of all pieces.
    public static List<String> of(List<Piece> pieces) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var texts = new ArrayList<String>(pieces.size());
        var pending = ByteBuffer.allocate(0);
        for (int i = 0; i < pieces.size(); i++) {
            var bytes = pieces.get(i).bytes();
            var input = ByteBuffer.allocate(pending.remaining() + bytes.length).put(pending).put(bytes).flip();
            var out = CharBuffer.allocate(input.remaining() + 1);
            decoder.decode(input, out, i == pieces.size() - 1);
            texts.add(out.flip().toString());
            pending = input;
        }
        return texts;
    }
}
