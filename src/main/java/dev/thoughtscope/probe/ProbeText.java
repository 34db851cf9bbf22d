package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Sequence;
import java.util.ArrayList;
import java.util.List;

/// A text to think about, as tokens.
///
/// @param lead context that every position sees and none stands in: the model's first token, or a conversation
/// @param tokens the text itself
/// @param pieces the bytes of its tokens
public record ProbeText(Sequence lead, Sequence tokens, List<Piece> pieces) {
    public ProbeText {
        pieces = List.copyOf(pieces);
        if (tokens.length() == 0) {
            throw new IllegalArgumentException("The text is empty: type or paste at least two words.");
        }
        if (lead.length() + tokens.length() < 2) {
            throw new IllegalArgumentException("The text is a single token, and nothing comes before it that a thought"
                    + " could follow: type or paste at least two words.");
        }
    }

    /// Running text, after the model's first token where it wants one. Control tokens written out in it are text.
    ///
    /// @throws IllegalArgumentException if there are too few tokens, in one sentence for a person
    public static ProbeText of(Engine engine, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("The text is empty: type or paste at least two words.");
        }
        var tokens = engine.tokenize(text, false, false);
        var whole = engine.tokenize(text, false, true);
        return of(engine, whole.prefix(whole.length() - tokens.length()), tokens);
    }

    /// Tokens that follow others, such as a node of a tree after its prompt and path.
    public static ProbeText of(Engine engine, Sequence lead, Sequence tokens) {
        var pieces = new ArrayList<Piece>();
        for (int token : tokens.toArray()) {
            pieces.add(engine.piece(token));
        }
        return new ProbeText(lead, tokens, pieces);
    }

    public int length() {
        return tokens.length();
    }
}
