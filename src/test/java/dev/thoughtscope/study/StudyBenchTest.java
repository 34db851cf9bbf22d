package dev.thoughtscope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.study.data.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyBenchTest {
    private static final Method MCTS = new Method("mcts", Method.Kind.MCTS, "", "step", false, List.of(4), 4, 4, 1);

    private static List<Problem> problems(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Problem("p" + i, "", "", "What is " + i + " + 2?", String.valueOf(i + 2)))
                .toList();
    }

    @Test
    void countsProblemsAMinuteAndRowsAPass() throws Exception {
        try (var engine = StudyScript.engine()) {
            var bench = StudyBench.measure(engine, Dialect.MARCO_O1, problems(6), MCTS, 200, 3, 2);
            assertThat(bench.together().problems()).isEqualTo(6);
            assertThat(bench.alone().problems()).isEqualTo(2);
            assertThat(bench.together().problemsPerMinute()).isPositive();
            assertThat(bench.together().meanRows()).as("one branch a pass is all that the script does").isEqualTo(1);
            assertThat(bench.factor(bench.alone())).isPositive();
        }
    }

    @Test
    void tellsWhenAProblemDoesNotFit() {
        var tooLong = List.of(new Problem("p", "", "", "word ".repeat(9000), "1"));
        assertThatThrownBy(() -> StudyBench.measure(StudyScript.engine(), Dialect.MARCO_O1, tooLong, MCTS, 200, 2, 1))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("too long");
    }
}
