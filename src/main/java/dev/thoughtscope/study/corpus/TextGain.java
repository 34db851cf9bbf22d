package dev.thoughtscope.study.corpus;

import java.util.List;

/// What thinking gained along one text.
///
/// @param tokens those that were measured, in order
/// @param failure why nothing was measured, empty if it was
public record TextGain(String id, String text, List<TokenGain> tokens, String failure) {
    public TextGain {
        tokens = List.copyOf(tokens);
        for (var token : tokens) {
            if (token.from() < 0 || token.from() >= token.to() || token.to() > text.length()) {
                throw new IllegalArgumentException("a token lies outside its text");
            }
        }
    }
}
