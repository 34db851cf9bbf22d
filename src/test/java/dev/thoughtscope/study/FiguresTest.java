package dev.thoughtscope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.study.figures.Interval;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures figures = new Figures(ContentsFixture.of("Fixture", 7));

    private Figures.Point point(String method, int budget) {
        return figures.points().stream()
                .filter(point -> point.method().name().equals(method) && point.budget() == budget)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void accuracyIsTheShareOfRightChosenAnswersWithWilsonsBounds() {
        assertThat(point("greedy", 1).accuracy()).isEqualTo(Interval.wilson(14, 20));
    }

    @Test
    void aSmallerBudgetIsTheBeginningOfALargerOne() {
        // of 20 problems the first sample is right in 16; two right of four is a tie, which the first one wins
        assertThat(point("self-consistency", 1).accuracy().estimate()).isEqualTo(16 / 20.0);
        assertThat(point("self-consistency", 4).accuracy().estimate()).isEqualTo(12 / 20.0);
        assertThat(point("self-consistency", 1).tokens()).isEqualTo(50);
        assertThat(point("self-consistency", 4).tokens()).isEqualTo(200);
    }

    @Test
    void secondsAreShared() {
        assertThat(point("self-consistency", 4).seconds()).isCloseTo(0.2 / 2, within(1e-12));
    }

    @Test
    void triesAreSolvedByAnyAndPassAtKIsUnbiased() {
        var four = figures.tries().stream()
                .filter(row -> row.method().name().equals("self-consistency") && row.tries() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(four.solved().estimate()).isEqualTo(16 / 20.0);
        // c of n = 4 right with k = 2: 0, 1/2, 5/6, 1, 1
        assertThat(four.passAtK().estimate()).isCloseTo((0 + 0.5 + 5 / 6.0 + 1 + 1) / 5, within(1e-12));
    }

    @Test
    void reflectionsAreCounted() {
        var row = figures.mending().getFirst();
        assertThat(figures.mending()).hasSize(1);
        assertThat(row.thoughts()).isEqualTo(20);
        assertThat(row.mended()).isEqualTo(5);
        assertThat(row.damaged()).isEqualTo(2);
        assertThat(row.unchanged()).isEqualTo(13);
        assertThat(row.gain().estimate()).isCloseTo(3 / 20.0, within(1e-12));
        assertThat(row.extraTokens()).isEqualTo(30);
    }

    @Test
    void confidenceThatKnows() {
        assertThat(figures.knowing().getFirst().areaOfValue().estimate()).isEqualTo(1);
        assertThat(figures.confidentlyWrong(3)).extracting(one -> one.chosen().value()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void twoStudiesProblemByProblem() {
        var comparison = Comparison.of(ContentsFixture.of("First", 7), ContentsFixture.of("Second", 9));
        var row = comparison.rows().getFirst();
        assertThat(row.method()).isEqualTo("greedy");
        assertThat(row.onlyFirst()).isZero();
        assertThat(row.onlySecond()).isEqualTo(4);
        assertThat(row.difference().estimate()).isCloseTo(0.2, within(1e-12));
        assertThat(row.chance()).isCloseTo(0.125, within(1e-12));
        assertThat(comparison.changed()).hasSize(4).allMatch(Comparison.Change::mended);
    }
}
