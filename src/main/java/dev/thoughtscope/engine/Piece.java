package dev.thoughtscope.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The bytes of one token. A character may be split across several tokens, so text is made
/// from a run of pieces, never from each alone.
public final class Piece {
    public static final Piece EMPTY = new Piece(new byte[0]);

    private final byte[] bytes;

    private Piece(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Piece of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Piece(bytes.clone());
    }

    public static Piece of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /// The piece read as UTF-8 by itself; bytes that form no character become U+FFFD.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// True if these bytes alone are whole UTF-8 characters.
    public boolean isWhole() {
        return Arrays.equals(text().getBytes(StandardCharsets.UTF_8), bytes);
    }

    /// The text of pieces in order, characters that span pieces included.
    public static String join(List<Piece> pieces) {
        int length = 0;
        for (var piece : pieces) {
            length += piece.bytes.length;
        }
        var all = new byte[length];
        int at = 0;
        for (var piece : pieces) {
            System.arraycopy(piece.bytes, 0, all, at, piece.bytes.length);
            at += piece.bytes.length;
        }
        return new String(all, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Piece piece && Arrays.equals(bytes, piece.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
