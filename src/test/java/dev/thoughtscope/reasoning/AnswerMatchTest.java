package dev.thoughtscope.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerMatchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "160 | 160 | true",
                "160 minutes | 160 | true",
                "It is $1,234.50 | 1234.5 | true",
                "0.3333333 | 0.33333335 | true",
                "0.3333 | 0.3334 | false",
                "1/2 | 0.5 | true",
                "\\frac{3}{4} | 0.75 | true",
                "3/4 | 4 | false",
                "1/0 | 0 | false",
                "-7 | 7 | false",
                "no number | 7 | false",
                "(B) | B | true",
                "B) 12 apples | B | true",
                "The answer is C | B | false",
                "none of them | B | false",
                "\\text{Paris} | paris | true",
                "\\dfrac{x}{2} | \\frac{x}{2} | true",
                "1 + 2 * (3 + 4) | 1+2*(3+4) | true",
                "1 + 2 * (3 + 4) | 1 + (2 * 3) + 4 | false"
            })
    void anAnswerSaysTheSameOrNot(String answer, String right, boolean same) {
        assertThat(AnswerMatch.same(answer, right)).isEqualTo(same);
    }
}
