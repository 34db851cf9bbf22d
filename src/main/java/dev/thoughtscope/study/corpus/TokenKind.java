package dev.thoughtscope.study.corpus;

import dev.thoughtscope.study.data.CorpusText;
import java.util.Locale;

/// What a token of a running text is, by the marks of its text where there are any, else by its looks.
public enum TokenKind {
    /// Marked as something that has to be worked out.
    RESULT,
    /// Has a digit and was not marked.
    NUMBER,
    /// Begins a word.
    WORD,
    /// Goes on with a word.
    INSIDE,
    /// Marked as following from what stands there already.
    TRIVIAL,
    /// Neither letter nor digit.
    PUNCTUATION;

    /// As in files: `result`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param from first character of the token in the text
    /// @param to its end, left out
    static TokenKind of(CorpusText text, int from, int to) {
        if (touches(text.results(), from, to)) {
            return RESULT;
        }
        if (touches(text.trivial(), from, to)) {
            return TRIVIAL;
        }
        String own = text.text().substring(from, to);
        if (own.chars().anyMatch(Character::isDigit)) {
            return NUMBER;
        }
        if (own.chars().noneMatch(Character::isLetter)) {
            return PUNCTUATION;
        }
        boolean goesOn = Character.isLetter(own.charAt(0)) && from > 0 && Character.isLetter(text.text().charAt(from - 1));
        return goesOn ? INSIDE : WORD;
    }

    private static boolean touches(Iterable<CorpusText.Mark> marks, int from, int to) {
        for (var mark : marks) {
            if (from < mark.to() && to > mark.from()) {
                return true;
            }
        }
        return false;
    }
}
