package dev.thoughtscope.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.study.data.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnitTest {
    private static Unit unit(int problem, Method.Kind kind, long seed) {
        var method = new Method(kind.label(), kind, "", "step", false, List.of(4), 4, 2, 1);
        return new Unit(new Problem("seen-" + problem, "", "", "?", "1"), method, seed);
    }

    /// A search draws among equal branches with its run's seed: one study seed must not mean one choice for all problems.
    @Test
    void problemsOfOneStudyDoNotShareTheirLuck() {
        Map<Integer, Integer> firstChoices = new HashMap<>();
        for (int problem = 0; problem < 400; problem++) {
            int choice = new SplittableRandom(unit(problem, Method.Kind.MCTS, 1).runSeed()).nextInt(4);
            firstChoices.merge(choice, 1, Integer::sum);
        }
        assertThat(firstChoices).hasSize(4).allSatisfy((_, count) -> assertThat(count).isBetween(70, 130));
    }

    @Test
    void methodsOnOneProblemDoAndStudySeedsDiffer() {
        assertThat(unit(7, Method.Kind.MCTS, 1).runSeed()).isEqualTo(unit(7, Method.Kind.BEST_OF_N, 1).runSeed());
        assertThat(unit(7, Method.Kind.MCTS, 1).runSeed()).isNotEqualTo(unit(7, Method.Kind.MCTS, 2).runSeed());
    }

    @Test
    void seatsAreTakenByBranches() {
        assertThat(unit(1, Method.Kind.BEST_OF_N, 1).branches()).isEqualTo(4);
        assertThat(unit(1, Method.Kind.MCTS, 1).branches()).isEqualTo(2);
        assertThat(unit(1, Method.Kind.BEAM, 1).branches()).isEqualTo(16);
    }
}
