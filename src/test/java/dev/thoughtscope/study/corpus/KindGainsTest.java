package dev.thoughtscope.study.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.study.data.CorpusText;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindGainsTest {
    private static final String TEXT = "He paid 9 times 13 dollars, 117 in all, running.";
    private static final CorpusText MARKED = new CorpusText(
            "a", TEXT, List.of(new CorpusText.Mark(28, 31)), List.of(new CorpusText.Mark(44, 47)));

    private static TokenKind kind(String token) {
        int from = TEXT.indexOf(token);
        return TokenKind.of(MARKED, from, from + token.length());
    }

    @Test
    void marksComeFirstThenLooks() {
        assertThat(kind(" 117")).isEqualTo(TokenKind.RESULT);
        assertThat(kind("ing")).isEqualTo(TokenKind.TRIVIAL);
        assertThat(kind(" 13")).isEqualTo(TokenKind.NUMBER);
        assertThat(kind(" dollars")).isEqualTo(TokenKind.WORD);
        assertThat(kind("ollars")).isEqualTo(TokenKind.INSIDE);
        assertThat(kind("He")).isEqualTo(TokenKind.WORD);
        assertThat(kind(",")).isEqualTo(TokenKind.PUNCTUATION);
    }

    private static TextGain text(String id, double... gains) {
        var tokens = new java.util.ArrayList<TokenGain>();
        for (double gain : gains) {
            tokens.add(new TokenGain(0, 1, TokenKind.RESULT, gain, 1.5, "1 + 1"));
        }
        return new TextGain(id, "x", tokens, "");
    }

    @Test
    void meansAreOverTokensAndIntervalsOverTexts() {
        var rows = KindGains.of(List.of(text("a", 1, 2, 3), text("b", -2), text("c")));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(TokenKind.RESULT);
            assertThat(row.tokens()).isEqualTo(4);
            assertThat(row.gain().estimate()).isCloseTo(1, within(1e-12));
            assertThat(row.gain().n()).as("texts that have such tokens").isEqualTo(2);
            assertThat(row.gain().low()).isEqualTo(-2);
            assertThat(row.gain().high()).isEqualTo(2);
            assertThat(row.helped()).isEqualTo(0.75);
            assertThat(row.surprise()).isCloseTo(1.5, within(1e-12));
        });
    }

    @Test
    void theTokensThatGainedMostComeFirst() {
        var places = KindGains.places(List.of(text("a", 1, 3), text("b", 2)), TokenKind.RESULT, 2);
        assertThat(places).extracting(place -> place.token().gain()).containsExactly(3.0, 2.0);
    }
}
