package dev.thoughtscope.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorTest {
    private static TokenStep step(double logProb) {
        return new TokenStep(1, Piece.of("a"), logProb, List.of(), Double.NaN, !Double.isNaN(logProb));
    }

    @Test
    void theGeometricMeanOfWhatIsKnown() {
        var steps = List.of(step(Math.log(0.9)), step(Double.NaN), step(Math.log(0.4)));
        assertThat(Reasoner.prior(steps)).isCloseTo(0.6, within(1e-12));
        assertThat(Reasoner.prior(List.of(step(Double.NaN)))).isEqualTo(1);
        assertThat(Reasoner.prior(List.of())).isEqualTo(1);
    }
}
