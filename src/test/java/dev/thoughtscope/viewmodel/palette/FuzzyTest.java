package dev.thoughtscope.viewmodel.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyTest {
    @Test
    void beginningsOfWordsCountMost() {
        assertThat(Fuzzy.score("ft", "Fit the whole tree")).isGreaterThan(Fuzzy.score("ft", "Draw after this"));
        assertThat(Fuzzy.score("save", "Save this run")).isGreaterThan(Fuzzy.score("save", "Show answers very exactly"));
    }

    @Test
    void allLettersMustBeThereInOrder() {
        assertThat(Fuzzy.score("xyz", "Fit the whole tree")).isEqualTo(Fuzzy.NO_MATCH);
        assertThat(Fuzzy.score("tif", "fit")).isEqualTo(Fuzzy.NO_MATCH);
        assertThat(Fuzzy.score("", "anything")).isZero();
        assertThat(Fuzzy.score("GROSSE schrift", "Grosse Schrift")).isPositive();
    }
}
