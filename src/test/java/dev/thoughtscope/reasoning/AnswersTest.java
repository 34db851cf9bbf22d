package dev.thoughtscope.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    @Test
    void marcoO1AnswersInItsOutput() {
        String text = "Step by step.\n40 + 20 = 60.\nThe answer is 60.\n</Thought>\n<Output>The answer is 160.</Output>";
        assertThat(Answers.find(Dialect.MARCO_O1, text)).contains("160");
    }

    @Test
    void aMissingClosingTagDoesNotHideTheAnswer() {
        assertThat(Answers.find(Dialect.MARCO_O1, "so 7\n<Output>It is 7 apples")).contains("It is 7 apples");
        assertThat(Answers.find(Dialect.MARCO_O1, "5 + 2 = 7.\nThe answer is 7.")).contains("7");
    }

    @Test
    void aBoxedAnswerMayHoldBraces() {
        assertThat(Answers.find(Dialect.DEEPSEEK_R1, "x</think>\nThus \\boxed{\\frac{1}{2}}."))
                .contains("\\frac{1}{2}");
    }

    @Test
    void anExpressionIsAnAnswerToo() {
        assertThat(Answers.find(Dialect.MARCO_O1, "</Thought>\n<Output>The answer is 1 + 2 * (3 + 4).</Output>"))
                .contains("1 + 2 * (3 + 4)");
    }

    @Test
    void theLastNumberIsTheLastResort() {
        assertThat(Answers.find(Dialect.CHAIN_OF_THOUGHT, "We add 3 and 4 and get 7 in all")).contains("7");
        assertThat(Answers.find(Dialect.CHAIN_OF_THOUGHT, "I cannot tell.")).isEmpty();
    }

    @Test
    void aTextThatWasCutOffMustStateItsAnswer() {
        assertThat(Answers.stated("40 + 20 = 60, and the")).isEmpty();
        assertThat(Answers.stated("The answer is 60.\nBut")).contains("60");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,234.50 | 1234.5", "' 12 . ' | 12", "3.0 | 3", "-7. | -7", "2  *  3 | 2 * 3", "$5$ | 5"})
    void equalAnswersBecomeEqualText(String written, String normal) {
        assertThat(Answers.normalise(written)).isEqualTo(normal);
    }
}
