package dev.thoughtscope.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.search.StepChecker;
import dev.thoughtscope.search.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticCheckerTest {
    private static Optional<Verdict> verdict(String text) {
        return new ArithmeticChecker().check(text).map(StepChecker.Finding::verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boxes: 3 * 12. 10 * 3 = 30, 2 * 3 = 6, 30 + 6 = 36, so 36.",
                "Try (6 - 2) * 3 = 4 * 3 = 12, not 13.",
                "1 + 2 * (3 + 4 * 5 + 6) * 7 + 8 * 9 = 479",
                "40% of 200 = 80, and 7 / 2 = 3.5",
                "10 / 3 = 3.33",
                "2 / 3 = 0.66",
                "1,200 + 300 = 1500",
                "-5 + 3 = -2",
                "6 * -29 = -174",
                "$5 * 3 = $15",
            })
    void rightEquationsHold(String text) {
        assertThat(verdict(text)).contains(Verdict.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6 * -29 = -154",
                "40 + 20 = 60, 60 + 100 = 150.",
                "Try (6 - 2) * 3 = 4 * 3 = 13, good.",
                "10 / 3 = 3.4",
            })
    void wrongEquationsAreFound(String text) {
        assertThat(verdict(text)).contains(Verdict.WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The answer is 160.", "x = 5", "Step by step.", "3 apples and 4 pears", "a1 + 2 = 9", "7 = 7"})
    void textThatComputesNothingIsNotJudged(String text) {
        assertThat(verdict(text)).isEmpty();
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(new ArithmeticChecker().check("so 12 * 3 = 35.").orElseThrow().note())
                .isEqualTo("12 * 3 = 35 is wrong: the left side is 36");
    }

    @Test
    void hostileTextEndsSoon() {
        String deep = "(".repeat(50_000) + "1" + ")".repeat(50_000) + " = 1";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> verdict(deep));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> verdict("1 + ".repeat(20_000)));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> verdict("9".repeat(100_000) + " * 2 = 1"));
        assertThat(verdict("1 / 0 = 0")).isEmpty();
    }
}
