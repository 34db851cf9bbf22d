package dev.thoughtscope.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Total value 3 over 4 visits, parent visited 10 times.
class SelectionTest {
    private static double score(Selection selection) {
        return selection.score(10, 4, 3, 0.3);
    }

    @Test
    void uctIsAsItsTheoryGivesIt() {
        assertThat(score(new Selection.Uct(Selection.SQRT_2))).isCloseTo(1.8229830131, within(1e-10));
    }

    @Test
    void marcoUctIsAsInItsLaterCode() {
        assertThat(score(new Selection.MarcoUct(1.414))).isCloseTo(2.2671979806, within(1e-10));
    }

    @Test
    void reasonersUctIsAsInItsCode() {
        assertThat(score(new Selection.ReasonersUct(1))).isCloseTo(1.5087135647, within(1e-10));
    }

    @Test
    void puctIsAsOpenRWritesIt() {
        assertThat(Selection.Puct.ALPHA_ZERO.bonus(10, 4, 0.3)).isCloseTo(0.2372769979, within(1e-10));
    }

    @Test
    void anUnvisitedChildComesFirst() {
        assertThat(new Selection.Uct(1).score(10, 0, 0, 0.1)).isInfinite().isPositive();
        assertThat(new Selection.MarcoUct(1).score(10, 0, 0, 0.1)).isInfinite().isPositive();
    }
}
