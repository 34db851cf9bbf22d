package dev.thoughtscope.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
    private static final double[] P = {Math.log(.62), Math.log(.20), Math.log(.08), Math.log(.05), Math.log(.03)};
    private static final double[] LP = {-0.1, -2.5, -3.5, -4, -5};

    private static TokenStep step(int id, double logProb, double... top) {
        var candidates = new ArrayList<Alternative>();
        for (int i = 0; i < top.length; i++) {
            candidates.add(new Alternative(i, Piece.EMPTY, top[i]));
        }
        return new TokenStep(id, Piece.EMPTY, logProb, candidates, Double.NaN, true);
    }

    @Test
    void dividesByTheFiveMostProbable() {
        assertThat(Confidence.TOP5.of(step(0, P[0], P))).isCloseTo(0.6326530612, within(1e-10));
        assertThat(Confidence.TOP5.of(step(2, P[2], P))).isCloseTo(0.0816326531, within(1e-10));
    }

    @Test
    void aTokenOutsideTheFiveDependsOnTheDenominator() {
        var outside = step(9, Math.log(.01), P);
        assertThat(Confidence.TOP5.of(outside)).isCloseTo(0.0102040816, within(1e-10));
        assertThat(Confidence.CHOSEN_PLUS_5.of(outside)).isCloseTo(0.0101010101, within(1e-10));
    }

    @Test
    void worksFromLogProbabilities() {
        double[] expected = {.868222, .078763, .028975, .017574, .006465};
        for (int i = 0; i < LP.length; i++) {
            assertThat(Confidence.TOP5.of(step(i, LP[i], LP))).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void fiveEqualCandidatesGiveAFifth() {
        assertThat(Confidence.TOP5.of(step(0, -3, -3, -3, -3, -3, -3))).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void givenTokensDoNotCountInTheMean() {
        var given = new TokenStep(0, Piece.EMPTY, -9, step(0, -9, P).top(), Double.NaN, false);
        assertThat(Confidence.TOP5.mean(List.of(step(0, P[0], P), given))).isCloseTo(0.6326530612, within(1e-10));
        assertThat(Confidence.TOP5.mean(List.of(given))).isZero();
    }
}
