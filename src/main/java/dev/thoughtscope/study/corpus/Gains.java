package dev.thoughtscope.study.corpus;

import dev.thoughtscope.probe.StripResult;
import dev.thoughtscope.study.data.CorpusText;
import java.util.ArrayList;

/// Reads off a strip what a study keeps of it.
public final class Gains {
    private static final int LONGEST_THOUGHT = 400;

    private Gains() {}

    public static TextGain of(CorpusText text, StripResult strip) {
        var tokens = new ArrayList<TokenGain>();
        int from = 0;
        for (var position : strip.positions()) {
            int to = Math.min(text.text().length(), from + position.text().length());
            if (position.isMeasured() && to > from) {
                String thought = position.thoughts().getFirst().text();
                tokens.add(new TokenGain(
                        from,
                        to,
                        TokenKind.of(text, from, to),
                        position.gain(),
                        Math.max(0, -position.logProb()),
                        thought.length() <= LONGEST_THOUGHT ? thought : thought.substring(0, LONGEST_THOUGHT)));
            }
            from = to;
        }
        return new TextGain(text.id(), text.text(), tokens, "");
    }
}
