package dev.thoughtscope.viewmodel.palette;

import java.util.Locale;

/// How well a few letters fit a text: all of them in order, better at the beginnings of words and side by side.
public final class Fuzzy {
    public static final int NO_MATCH = Integer.MIN_VALUE;

    private static final int NEXT = 6;
    private static final int WORD_START = 8;
    private static final int START = 4;

    private Fuzzy() {}

    /// @return greater for a better fit, [#NO_MATCH] for none; 0 for an empty query
    public static int score(String query, String text) {
        var wanted = query.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        var there = text.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return 0;
        }
        int best = NO_MATCH;
        for (int start = there.indexOf(wanted.charAt(0)); start >= 0; start = there.indexOf(wanted.charAt(0), start + 1)) {
            best = Math.max(best, from(start, wanted, there));
        }
        return best;
    }

    private static int from(int start, String wanted, String there) {
        int score = start == 0 ? START : 0;
        int last = start - 1;
        for (int i = 0; i < wanted.length(); i++) {
            int at = next(wanted.charAt(i), there, last);
            if (at < 0) {
                return NO_MATCH;
            }
            if (i > 0 && at == last + 1) {
                score += NEXT;
            }
            if (isWordStart(there, at)) {
                score += WORD_START;
            }
            score -= Math.min(5, at - last - 1);
            last = at;
        }
        return score - there.length() / 12;
    }

    /// The letter that goes on, or else the next one, but rather one that begins a word.
    private static int next(char letter, String there, int last) {
        int at = there.indexOf(letter, last + 1);
        if (at == last + 1 || at < 0) {
            return at;
        }
        for (int later = at; later >= 0; later = there.indexOf(letter, later + 1)) {
            if (isWordStart(there, later)) {
                return later;
            }
        }
        return at;
    }

    private static boolean isWordStart(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at)) && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }
}
