package dev.thoughtscope.engine.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.EngineException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogitRowTest {
    @Test
    void agreesWithTheDefinitionOnAnyLogits() {
        for (int seed = 0; seed < 20; seed++) {
            var row = random(1 + 977 * seed, seed);
            row.read(5);
            double sum = 0;
            for (float logit : row.logits) {
                sum += Math.exp(logit);
            }
            double entropy = 0;
            for (int id = 0; id < row.logits.length; id++) {
                double p = Math.exp(row.logits[id]) / sum;
                assertThat(row.logProb(id)).isCloseTo(Math.log(p), within(1e-6));
                entropy -= p * Math.log(p);
            }
            assertThat(row.entropy()).isCloseTo(entropy, within(1e-6));
            var best = IntStream.range(0, row.logits.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer id) -> -row.logits[id]))
                    .limit(5)
                    .toList();
            assertThat(IntStream.range(0, row.topCount()).mapToObj(row::topId).toList()).isEqualTo(best);
        }
    }

    @Test
    void fiveEqualLogitsGiveAFifthEach() {
        var row = new LogitRow(5);
        Arrays.fill(row.logits, 3f);
        row.read(5);
        assertThat(row.logProb(4)).isCloseTo(Math.log(0.2), within(1e-7));
        assertThat(row.entropy()).isCloseTo(Math.log(5), within(1e-7));
    }

    @Test
    void aModelThatComputesNoNumbersIsNamed() {
        var row = new LogitRow(8);
        Arrays.fill(row.logits, Float.NaN);
        row.read(5);
        assertThatThrownBy(row::checkNumbers).isInstanceOf(EngineException.class);
    }

    static LogitRow random(int size, long seed) {
        var random = new Random(seed);
        var row = new LogitRow(size);
        for (int i = 0; i < size; i++) {
            row.logits[i] = (float) (random.nextGaussian() * 4);
        }
        return row;
    }
}
