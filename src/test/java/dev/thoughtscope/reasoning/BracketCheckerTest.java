package dev.thoughtscope.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BracketCheckerTest {
    private static final String PUZZLE =
            "Please add a pair of parentheses to the incorrect equation: 1 + 2 * 3 + 4 * 5 + 6 * 7 + 8 * 9 = 479,"
                    + " to make the equation true.";
    private static final BracketChecker CHECKER = BracketChecker.ofQuestion(PUZZLE).orElseThrow();

    @Test
    void ofThirtySixPlacementsExactlyOneWorks() {
        assertThat(CHECKER.plainValue()).isEqualTo(141);
        assertThat(CHECKER.placements()).hasSize(36).doesNotHaveDuplicates();
        assertThat(CHECKER.solutions()).containsExactly("1 + 2 * (3 + 4 * 5 + 6) * 7 + 8 * 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1 + 2 * (3 + 4 * 5 + 6) * 7 + 8 * 9",
        "1+2*(3+4*5+6)*7+8*9 = 479",
        "1 + 2 × ( 3 + 4 × 5 + 6 ) × 7 + 8 × 9"
    })
    void theSameInOtherSpacingIsRight(String answer) {
        assertThat(CHECKER.isRight(answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "No",
        "479",
        "1 + 2 * 3 + 4 * 5 + 6 * 7 + 8 * 9",
        "1 + 2 * (3 + 4 * 5 + 6 * 7) + 8 * 9",
        "1 + 2 * (3 + 4 * 5 + 6) * (7 + 8 * 9)",
        "1 + 2 * ((3 + 4 * 5 + 6)) * 7 + 8 * 9",
        "1 + 2 * (3 + 4 * 5 + 6 * 7 + 8 * 9",
        "1 + 2 * 3) + 4 * 5 + (6 * 7 + 8 * 9",
        "479 = 1 + 2 * (3 + 4 * 5 + 6) * 7 + 8 * 9",
        "407 + (8 * 9)",
        "2 + 1 * (3 + 4 * 5 + 6) * 7 + 8 * 9",
        "1 + 2 * (3 + 4 * 5 + 6) * 7 + 8 * 9; rm -rf"
    })
    void anythingElseIsWrong(String answer) {
        assertThat(CHECKER.isRight(answer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Add one pair of parentheses so that 3 + 2 * 9 * 6 equals 270.",
        "Put one pair of parentheses into 3 + 2 * 9 * 6 to make 270.",
        "Where must one pair of brackets go in 3 + 2 * 9 * 6 = 270?",
        "Add a pair of parentheses to 3 + 2 * 9 * 6 = 270 to make it true.",
        "Insert brackets into 3 + 2 * 9 * 6 so that the result is 270.",
        "3 + 2 * 9 * 6 = 270 is wrong. Add one pair of parentheses to make it right.",
        "Place one pair of parentheses in 3 + 2 * 9 * 6 = 270 so that the equation is true."
    })
    void theWaysToAsk(String question) {
        var checker = BracketChecker.ofQuestion(question).orElseThrow();
        assertThat(checker.target()).isEqualTo(270);
        assertThat(checker.solutions()).containsExactly("(3 + 2) * 9 * 6");
    }

    @Test
    void aSolutionStatesItsPuzzle() {
        var checker = BracketChecker.ofSolution("9 + 1 - (4 - 9 * 5)").orElseThrow();
        assertThat(checker.target()).isEqualTo(51);
        assertThat(checker.isRight("9 + 1 - (4 - 9 * 5)")).isTrue();
        assertThat(BracketChecker.ofSolution("9 + 1")).isEmpty();
    }

    @Test
    void largeNumbersAreExactAndEndlessTextIsRefused() {
        var checker = BracketChecker.ofSolution("(999999999999999999 + 1) * 999999999999999999").orElseThrow();
        assertThat(checker.target()).isEqualTo(new BigInteger("999999999999999999000000000000000000"));
        assertThat(CHECKER.isRight("1 + ".repeat(100_000) + "1")).isFalse();
        assertThat(BracketChecker.ofQuestion("How are you?")).isEmpty();
    }
}
