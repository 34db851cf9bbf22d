package dev.thoughtscope.study.report;

import dev.thoughtscope.study.corpus.TokenKind;

/// Kinds of tokens as the report names them.
final class KindNames {
    private KindNames() {}

    static String of(TokenKind kind) {
        return switch (kind) {
            case RESULT -> "result to work out";
            case NUMBER -> "other number";
            case WORD -> "beginning of a word";
            case INSIDE -> "inside a word";
            case TRIVIAL -> "follows by itself";
            case PUNCTUATION -> "punctuation, spaces";
        };
    }
}
