package dev.thoughtscope.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.search.Verdict;
import dev.thoughtscope.study.data.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCheckTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            160                | 160 minutes           | RIGHT
            160                | $160.00               | RIGHT
            1,072              | 1072                  | RIGHT
            160                | 120 + 40 = 160        | RIGHT
            160                | 120                   | WRONG
            160                | 1600                  | WRONG
            -3                 | 3                     | WRONG
            0.333333           | 0.3333331             | RIGHT
            160                | none                  | WRONG
            \\frac{14}{3}      | \\dfrac{14}{3}        | RIGHT
            \\left( 3, x \\right) | (3,x)              | RIGHT
            90^\\circ          | 90                    | RIGHT
            \\text{Evelyn}     | evelyn                | RIGHT
            \\frac{14}{3}      | \\frac{3}{14}         | WRONG
            """)
    void numbersAndMathematics(String right, String answer, Verdict verdict) {
        var problem = new Problem("p", "", "", "How long?", right.replace("\\\\", "\\"));
        assertThat(AnswerCheck.AUTO.of(problem).apply(answer.replace("\\\\", "\\"))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"C, RIGHT", "(C), RIGHT", "C) the third, RIGHT", "Option C, RIGHT", "B, WRONG", "Calcium, WRONG"})
    void letters(String answer, Verdict verdict) {
        var problem = new Problem("p", "", "", "Which?\nA) one\nB) two\nC) three\nD) four", "C");
        assertThat(AnswerCheck.AUTO.of(problem).apply(answer)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"9 * 8 - (3 + 6 - 9), RIGHT", "9 * (8 - 3 + 6 - 9), WRONG", "72, WRONG"})
    void brackets(String answer, Verdict verdict) {
        var problem = new Problem(
                "p", "brackets", "", "Add one pair of parentheses so that 9 * 8 - 3 + 6 - 9 equals 72.", "9 * 8 - (3 + 6 - 9)");
        assertThat(AnswerCheck.AUTO.of(problem).apply(answer)).isEqualTo(verdict);
    }
}
