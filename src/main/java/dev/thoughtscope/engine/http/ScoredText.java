package dev.thoughtscope.engine.http;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import java.util.List;

/// A token as an OpenAI-compatible server reports it beside the text.
///
/// @param logProb NaN if untold
record ScoredText(Piece piece, double logProb, List<Alternative> top) {
    private static final String BYTES = "bytes:";

    /// The text of a token; one that is no text by itself is written `bytes:\xe2\x80`.
    static Piece piece(String text) {
        if (!text.matches(BYTES + "(\\\\x[0-9a-fA-F]{2})+")) {
            return Piece.of(text);
        }
        var bytes = new byte[(text.length() - BYTES.length()) / 4];
        for (int i = 0; i < bytes.length; i++) {
            int at = BYTES.length() + 4 * i + 2;
            bytes[i] = (byte) Integer.parseInt(text.substring(at, at + 2), 16);
        }
        return Piece.of(bytes);
    }
}
