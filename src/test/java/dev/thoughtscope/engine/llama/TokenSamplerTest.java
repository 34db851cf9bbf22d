package dev.thoughtscope.engine.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.Sampling;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TokenSamplerTest {
    private static final double[] P = {.05, .62, .03, .20, .08, .02};
    private static final int DRAWS = 20_000;

    @Test
    void drawsAsOftenAsProbable() {
        var drawn = frequencies(settings(1, 0, 1, 0, 1, Map.of()));
        for (int id = 0; id < P.length; id++) {
            assertThat(drawn[id]).isCloseTo(P[id], within(0.012));
        }
    }

    @Test
    void temperatureSharpens() {
        double sum = 0;
        for (double p : P) {
            sum += p * p;
        }
        assertThat(frequencies(settings(0.5, 0, 1, 0, 1, Map.of()))[1]).isCloseTo(.62 * .62 / sum, within(0.012));
        assertThat(frequencies(settings(0, 0, 1, 0, 1, Map.of()))[1]).isEqualTo(1);
    }

    @Test
    void filtersKeepTheMostProbable() {
        assertThat(kept(settings(1, 2, 1, 0, 1, Map.of()))).isEqualTo("13");
        assertThat(kept(settings(1, 0, 0.8, 0, 1, Map.of()))).isEqualTo("13");
        assertThat(kept(settings(1, 0, 0.83, 0, 1, Map.of()))).isEqualTo("134");
        assertThat(kept(settings(1, 0, 1, 0.1, 1, Map.of()))).isEqualTo("134");
        assertThat(kept(settings(1, 0, 1, 0.05, 1, Map.of()))).isEqualTo("0134");
    }

    /// In llama.cpp's order: what top-k leaves is the whole for top-p.
    @Test
    void filtersWorkOnWhatTheOneBeforeLeft() {
        assertThat(kept(settings(1, 3, 0.9, 0, 1, Map.of()))).isEqualTo("13");
        assertThat(kept(settings(1, 4, 0.9, 0, 1, Map.of()))).isEqualTo("134");
        assertThat(kept(settings(2, 4, 0.9, 0.2, 1, Map.of()))).isEqualTo("13");
        // Token 2 has become by far the most probable.
        assertThat(kept(settings(1, 0, 1, 0.1, 1, Map.of(2, 5.0)))).isEqualTo("12");
    }

    @Test
    void onlyTheLastTokensArePenalisedEachOnce() {
        var row = new LogitRow(P.length);
        for (int id = 0; id < P.length; id++) {
            row.logits[id] = (float) Math.log(P[id]);
        }
        row.read(5);
        var scratch = new Candidates(P.length);
        var context = new int[65];
        Arrays.fill(context, 3);
        context[0] = 1;
        var sampler = new TokenSampler(settings(0, 0, 1, 0, 100, Map.of()));
        assertThat(sampler.choose(row, context, 65, null, scratch)).as("token 1 was said too long ago").isEqualTo(1);
        assertThat(sampler.choose(row, context, 64, null, scratch)).as("4, as 1 and 3 are among the last 64").isEqualTo(4);
    }

    @Test
    void biasAndPenaltyMoveLogits() {
        assertThat(frequencies(settings(1, 0, 1, 0, 1, Map.of(1, -100.0)))[1]).isZero();
        var penalised = frequencies(settings(1, 0, 1, 0, 2, Map.of()));
        // Token 3 is in the context: its logit ln .20 < 0 is doubled.
        assertThat(penalised[3]).isCloseTo(.04 / .84, within(0.012));
    }

    @Test
    void whatIsForbiddenLeavesItsShareToTheRest() {
        var drawn = frequencies(settings(1, 0, 1, 0, 1, Map.of(1, -100.0, 3, Math.log(.5))));
        double rest = .05 + .03 + .10 + .08 + .02;
        for (int id : new int[] {0, 2, 4, 5}) {
            assertThat(drawn[id]).isCloseTo(P[id] / rest, within(0.016));
        }
        assertThat(drawn[1]).isZero();
        assertThat(drawn[3]).isCloseTo(.10 / rest, within(0.016));
        // Nearly all refused: most draws weigh the rest anew.
        var seldom = frequencies(settings(1, 0, 1, 0, 1, Map.of(1, -100.0, 3, -100.0, 4, -100.0, 0, -100.0, 2, -100.0)));
        assertThat(seldom[5]).isEqualTo(1);
    }

    @Test
    void topPOnALargeVocabularyKeepsTheSmallestSet() {
        var row = LogitRowTest.random(20_000, 3);
        row.read(1);
        var candidates = new Candidates(20_000);
        candidates.load(row.logits);
        candidates.keepAll();
        candidates.keepMass(0.99);
        double mass = 0;
        int count = 0;
        for (int id : candidates.kept()) {
            mass += Math.exp(row.logProb(id));
            count++;
            assertThat(mass - Math.exp(row.logProb(id))).isLessThan(0.99);
        }
        assertThat(mass).isGreaterThanOrEqualTo(0.99 - 1e-9);
        assertThat(count).isGreaterThan(64);
    }

    private static Sampling settings(
            double temperature, int topK, double topP, double minP, double penalty, Map<Integer, Double> bias) {
        return new Sampling(temperature, topK, topP, minP, penalty, bias, "", 5);
    }

    private static String kept(Sampling sampling) {
        var frequencies = frequencies(sampling);
        var kept = new StringBuilder();
        for (int id = 0; id < P.length; id++) {
            if (frequencies[id] > 0) {
                kept.append(id);
            }
        }
        return kept.toString();
    }

    private static double[] frequencies(Sampling sampling) {
        var row = new LogitRow(P.length);
        UnaryOperator<float[]> logs = into -> {
            for (int id = 0; id < P.length; id++) {
                into[id] = (float) Math.log(P[id]);
            }
            return into;
        };
        logs.apply(row.logits);
        row.read(5);
        var sampler = new TokenSampler(sampling);
        var scratch = new Candidates(P.length);
        var counts = new double[P.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[sampler.choose(row, new int[] {3, 3}, 2, null, scratch)] += 1.0 / DRAWS;
        }
        for (int id = 0; id < P.length; id++) {
            counts[id] = Math.round(counts[id] * DRAWS) / (double) DRAWS;
        }
        return counts;
    }
}
