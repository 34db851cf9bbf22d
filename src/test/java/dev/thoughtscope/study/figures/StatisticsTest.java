package dev.thoughtscope.study.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void wilson() {
        var eightOfTen = Interval.wilson(8, 10);
        assertThat(eightOfTen.estimate()).isEqualTo(0.8);
        assertThat(eightOfTen.low()).isCloseTo(0.4901625, within(1e-6));
        assertThat(eightOfTen.high()).isCloseTo(0.9433178, within(1e-6));
        assertThat(Interval.wilson(0, 12).low()).isZero();
        assertThat(Interval.wilson(0, 12).high()).isCloseTo(0.2424940, within(1e-6));
        assertThat(Interval.wilson(12, 12).high()).isEqualTo(1);
        assertThat(Interval.wilson(0, 0).isKnown()).isFalse();
    }

    @Test
    void passAtK() {
        assertThat(PassAtK.unbiased(10, 3, 1)).isCloseTo(0.3, within(1e-12));
        assertThat(PassAtK.unbiased(10, 3, 5)).isCloseTo(0.9166667, within(1e-7));
        assertThat(PassAtK.unbiased(32, 5, 8)).isCloseTo(0.7889321468, within(1e-10));
        assertThat(PassAtK.unbiased(8, 0, 8)).isZero();
        assertThat(PassAtK.unbiased(8, 1, 8)).isEqualTo(1);
    }

    @Test
    void calibrationErrorIsTheWeighedDistanceOfTheBins() {
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < 10; i++) {
            judged.add(new Judged(i, 0.95, i < 6));
            judged.add(new Judged(i, 0.25, i < 3));
        }
        var calibration = Calibration.of(judged);
        assertThat(calibration.error()).isCloseTo((0.35 + 0.05) / 2, within(1e-12));
        assertThat(calibration.bins()).hasSize(2);
        assertThat(calibration.bins().getLast().meanConfidence()).isCloseTo(0.95, within(1e-12));
        assertThat(Calibration.of(List.of(new Judged(0, 1, true))).bins().getFirst().to()).isEqualTo(1);
        assertThat(Calibration.of(List.of()).error()).isNaN();
    }

    @Test
    void areaUnderTheCurve() {
        var judged = List.of(
                new Judged(0, 0.9, true), new Judged(1, 0.8, false), new Judged(2, 0.7, true), new Judged(3, 0.1, false));
        assertThat(Auroc.of(judged)).isEqualTo(0.75);
        assertThat(Auroc.of(List.of(new Judged(0, 0.5, true), new Judged(1, 0.5, false)))).isEqualTo(0.5);
        assertThat(Auroc.of(List.of(new Judged(0, 0.5, true)))).isNaN();
    }

    @Test
    void boundsOfTheAreaHoldAllAttemptsOfAProblemTogether() {
        var judged = new ArrayList<Judged>();
        for (int problem = 0; problem < 40; problem++) {
            for (int i = 0; i < 4; i++) {
                judged.add(new Judged(problem, (problem % 2 == 0 ? 0.5 : 0.45) + (problem * 7 % 13) / 100.0, problem % 2 == 0));
            }
        }
        var area = Auroc.withBounds(judged, 40);
        assertThat(area.estimate()).isEqualTo(Auroc.of(judged));
        assertThat(area.low()).isLessThan(area.estimate());
        assertThat(area.high()).isGreaterThan(area.estimate());
        assertThat(area.high() - area.low()).as("four copies of a problem are one problem").isGreaterThan(0.15);
    }

    @Test
    void theBootstrapIsSeededAndPaired() {
        var random = new SplittableRandom(3);
        var a = random.doubles(200).map(u -> u < 0.7 ? 1 : 0).toArray();
        var b = a.clone();
        for (int i = 0; i < 20; i++) {
            b[i] = 0;
        }
        var difference = Bootstrap.difference(a, b);
        assertThat(difference).isEqualTo(Bootstrap.difference(a, b));
        assertThat(difference.excludesZero()).isTrue();
        assertThat(Bootstrap.difference(a, a).excludesZero()).isFalse();
    }

    @Test
    void boundsOfAMeanAreThoseOfTheNormalDistributionForManyProblems() {
        var values = new double[400];
        for (int i = 0; i < 400; i++) {
            values[i] = i < 200 ? 1 : 0;
        }
        var mean = Bootstrap.share(values);
        assertThat(mean.low()).isCloseTo(0.5 - 1.96 * 0.025, within(0.004));
        assertThat(mean.high()).isCloseTo(0.5 + 1.96 * 0.025, within(0.004));
    }

    @Test
    void allTheSameIsNotCertainty() {
        assertThat(Bootstrap.share(new double[] {0, 0, 0, 0, 0}))
                .isEqualTo(Interval.wilson(0, 5));
        var all = Bootstrap.share(new double[] {1, 1, 1, 1, 1});
        assertThat(all.low()).isCloseTo(Interval.wilson(5, 5).low(), within(1e-12));
        assertThat(all.high()).isEqualTo(1);
        var none = Bootstrap.difference(new double[] {1, 0, 1}, new double[] {1, 0, 1});
        assertThat(none.estimate()).isZero();
        assertThat(none.high()).isEqualTo(-none.low()).isCloseTo(Interval.wilson(0, 3).high(), within(1e-12));
    }

    @Test
    void mcNemar() {
        assertThat(McNemar.exact(0, 0)).isEqualTo(1);
        assertThat(McNemar.exact(5, 5)).isEqualTo(1);
        assertThat(McNemar.exact(0, 5)).isCloseTo(0.0625, within(1e-12));
        assertThat(McNemar.exact(10, 2)).isCloseTo(0.03857421875, within(1e-12));
    }
}
