package dev.thoughtscope.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.search.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static List<Attempt> attempts(Object... answersAndValues) {
        var attempts = new ArrayList<Attempt>();
        for (int i = 0; i < answersAndValues.length; i += 2) {
            attempts.add(new Attempt(
                    i / 2, (String) answersAndValues[i], Verdict.UNKNOWN, (double) answersAndValues[i + 1], i, i));
        }
        return attempts;
    }

    private static String chosen(Choice choice, List<Attempt> attempts) {
        return choice.among(attempts).map(Attempt::answer).orElse("none");
    }

    @Test
    void eachRuleChoosesItsOwn() {
        var attempts = attempts("12", 0.3, "7", 0.99, "12", 0.3, "5", 0.6, "5", 0.6, "12", 0.3);
        assertThat(chosen(Choice.MAJORITY, attempts)).isEqualTo("12");
        assertThat(chosen(Choice.BEST_VALUE, attempts)).isEqualTo("7");
        assertThat(chosen(Choice.WEIGHTED_VOTE, attempts)).isEqualTo("5");
    }

    @Test
    void tiesGoToTheFirst() {
        var attempts = attempts("a", 0.5, "b", 0.5);
        for (var choice : Choice.values()) {
            assertThat(chosen(choice, attempts)).isEqualTo("a");
        }
    }

    @Test
    void thoughtsWithoutAnAnswerHaveNoVote() {
        var attempts = attempts("", 1.0, "", 1.0, "a", 0.1);
        for (var choice : Choice.values()) {
            assertThat(chosen(choice, attempts)).isEqualTo("a");
            assertThat(chosen(choice, attempts("", 1.0))).isEqualTo("none");
        }
    }

    @Test
    void theMostConfidentThoughtStandsForItsAnswer() {
        var attempts = attempts("a", 0.2, "a", 0.9, "b", 0.95);
        assertThat(Choice.MAJORITY.among(attempts).orElseThrow().value()).isEqualTo(0.9);
    }
}
