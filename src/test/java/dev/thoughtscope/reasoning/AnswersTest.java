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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "so \\boxed{\\frac{1}{\\sqrt{2}}} holds | \\frac{1}{\\sqrt{2}}",
                "\\boxed{3} no, \\boxed{4} | 4",
                "\\boxed{3} and then \\boxed{4 | 3",
                "\\boxed{\\text{(B)}} | \\text{(B)}",
                "**The answer is 42.** | 42",
                "The final answer is **42**. | 42",
                "Answer: (C) | (C)",
                "#### 1,600 | 1600",
                "Die Antwort ist 12. | 12",
                "\u7b54\u6848\u662f\uff1a42\u3002 | 42"
            })
    void theWaysToStateAnAnswer(String text, String answer) {
        assertThat(Answers.stated(text)).contains(answer);
    }

    @Test
    void whereAThoughtHasComeToIsItsLastResult() {
        assertThat(Answers.soFar("40 + 20 = 60.\n60 + 60 = $1,120 so far")).contains("1120");
        assertThat(Answers.soFar("The answer is 7, since 3 + 3 = 6")).contains("7");
        assertThat(Answers.soFar("Let me see.")).isEmpty();
    }
}
