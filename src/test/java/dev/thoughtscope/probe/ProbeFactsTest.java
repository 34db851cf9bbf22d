package dev.thoughtscope.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.probe.Windows.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Numbers worked out by hand or published.
class ProbeFactsTest {
    @Test
    void theGainIsTheRawSumOverTheTokensAhead() {
        assertThat(Thought.difference(List.of(-2.0, -0.5, -1.2, -0.1), List.of(-0.5, -0.4, -1.3, -0.1)))
                .isCloseTo(1.5, within(1e-12));
    }

    @Test
    void thePaperTintsFromTheMedianToThe95thPercentile() {
        var scale = new TintScale(0.2, 0.5, 1);
        assertThat(scale.opacity(0.1)).isZero();
        assertThat(scale.opacity(0.35)).isCloseTo(0.4, within(1e-12));
        assertThat(scale.opacity(-0.35)).isCloseTo(0.4, within(1e-12));
        assertThat(scale.opacity(0.6)).isEqualTo(0.8);
        assertThat(scale.opacity(Double.NaN)).isZero();
    }

    @Test
    void aQuarterOfTheLargestGainIsHalfAsStrong() {
        assertThat(new TintScale(0, 2, 0.5).opacity(-0.5)).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void quantilesLieBetweenNeighbours() {
        var gains = new double[] {-4, 1, Double.NaN, 2, -3, 0};
        assertThat(TintScale.paper(gains)).isEqualTo(new TintScale(2, 3.8, 1));
        assertThat(TintScale.fromZero(gains)).isEqualTo(new TintScale(0, 3.8, 0.5));
    }

    @Test
    void nothingIsTintedWhereAllGainsAreZero() {
        for (var tint : Tint.values()) {
            assertThat(tint.scale(new double[] {0, 0, 0}).opacity(0)).isZero();
        }
    }

    @Test
    void inkOnEveryTintCanBeRead() {
        var scale = TintScale.fromZero(new double[] {1});
        for (var tint : Tint.values()) {
            for (int ground : new int[] {0xFFFFFF, 0x0D1117}) {
                for (double gain = -1; gain <= 1; gain += 0.05) {
                    int colour = tint.over(ground, gain, scale);
                    assertThat(Tint.contrast(colour, Tint.ink(colour))).isGreaterThan(4.0);
                }
            }
        }
    }

    @Test
    void theBestWeightHasTheSmallestLikelihoodLoss() {
        var base = new double[] {0.9, 0.1, 0.5};
        var thought = new double[] {0.2, 0.8, 0.5};
        double best = Mixing.bestWeight(base, thought);
        // The derivative is zero where (0.9 - 0.7 w) / 0.7 = (0.1 + 0.7 w) / 0.7.
        assertThat(best).isCloseTo(0.8 / 1.4, within(1e-9));
        for (double w = 0; w <= 1; w += 0.01) {
            assertThat(Mixing.nll(base, thought, w)).isGreaterThanOrEqualTo(Mixing.nll(base, thought, best) - 1e-12);
        }
        assertThat(Mixing.bestWeight(base, base)).isZero();
        assertThat(Mixing.bestWeight(new double[] {0.1}, new double[] {0.2})).isEqualTo(1);
        assertThat(Mixing.nll(new double[] {0.5}, new double[] {0.25}, 0)).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void theDivergenceIsKullbackAndLeiblers() {
        var p = List.of(candidate(1, 0.5), candidate(2, 0.5));
        var q = List.of(candidate(1, 0.9), candidate(2, 0.1));
        assertThat(Divergence.of(p, q)).isCloseTo(0.5 * Math.log(0.5 / 0.9) + 0.5 * Math.log(5), within(1e-9));
        assertThat(Divergence.of(p, p)).isZero();
    }

    @Test
    void tokensThatOnlyOneListKnowsCountAsOne() {
        var p = List.of(candidate(1, 0.6), candidate(2, 0.4));
        var q = List.of(candidate(1, 0.8), candidate(3, 0.2));
        assertThat(Divergence.of(p, q)).isCloseTo(0.6 * Math.log(0.75) + 0.4 * Math.log(2), within(1e-9));
    }

    @Test
    void aTextThatFitsIsOneWindow() {
        assertThat(Windows.plan(100, 30, 4, 130)).containsExactly(new Window(0, 100, 0, 100));
    }

    @Test
    void aLongTextIsCutIntoOverlappingWindowsThatFitTheContext() {
        int context = 120;
        int beside = 20;
        var windows = Windows.plan(1000, beside, 4, context);
        int next = 0;
        for (var window : windows) {
            assertThat(window.first()).isEqualTo(next);
            next = window.last();
            assertThat(window.last() - 1 - window.from() + beside).isLessThanOrEqualTo(context);
            assertThat(window.to()).isEqualTo(Math.min(1000, window.last() + 3));
            assertThat(window.from() == 0 || window.first() - window.from() >= 50).isTrue();
        }
        assertThat(next).isEqualTo(1000);
        assertThat(windows).hasSizeGreaterThan(10);
    }

    @Test
    void thoughtsThatLeaveNoRoomAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Windows.plan(1000, 118, 4, 120))
                .withMessageContaining("Ask for shorter thoughts");
    }

    @Test
    void tokensReadAsTextEvenWhereACharacterSpansThem() {
        var bytes = "é€".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var pieces = new java.util.ArrayList<Piece>();
        for (byte one : bytes) {
            pieces.add(Piece.of(new byte[] {one}));
        }
        assertThat(TokenTexts.of(pieces)).containsExactly("", "é", "", "", "€");
    }

    private static Alternative candidate(int id, double probability) {
        return new Alternative(id, Piece.of("t" + id), Math.log(probability));
    }
}
