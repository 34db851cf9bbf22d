package dev.thoughtscope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.ForwardingEngine;
import dev.thoughtscope.engine.host.HostedEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.session.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the model that ships, in a process of its own.
class ExactStudyTest {
    @TempDir
    Path folder;

    private Study study;

    @BeforeEach
    void plan() throws Exception {
        var models = Home.find().models();
        study = StudyFile.parse(models.resolve("any.json"), """
                {"thoughtscope": "study", "version": 1, "name": "Exact", "exact": "always", "keep-logs": false,
                 "dataset": {"path": ["heldout/unseen.jsonl"], "limit": 2}, "max-tokens": 200,
                 "methods": [{"method": "cot", "style": "step"}, {"method": "self-consistency", "budgets": [4]},
                   {"method": "mcts", "budgets": [4], "reflect": true}]}
                """);
    }

    @Test
    void endedAgainAndAgainItGivesWhatItGivesInOneGo() throws Exception {
        var atOnce = results("at-once", Integer.MAX_VALUE);
        assertThat(atOnce).hasSize(2 * 3).allMatch(result -> result.failure().isEmpty());
        assertThat(results("in-pieces", 3)).isEqualTo(atOnce);
    }

    @Test
    void anEngineThatCannotIsRefusedInOneSentence() {
        try (var engine = engine()) {
            var gpu = new ForwardingEngine(engine) {
                @Override
                public Set<Ability> abilities() {
                    return Ability.ON_A_GPU;
                }
            };
            assertThatThrownBy(() -> new StudyRunner(study, new StudyFolder(folder.resolve("none")), gpu, () -> gpu, 4))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("An exact study needs an engine that can give the same numbers");
        }
    }

    private List<Result> results(String name, int runsBetweenEnds) throws Exception {
        var out = new StudyFolder(folder.resolve(name));
        for (boolean complete = false; !complete; ) {
            var control = new StudyControl();
            var left = new int[] {runsBetweenEnds};
            try (var runner = new StudyRunner(study, out, engine(), ExactStudyTest::engine, 8)) {
                complete = runner.run(control, _ -> {
                    if (left[0]-- <= 0) {
                        control.stop();
                    }
                });
            }
        }
        return StudyRunnerTest.timeless(out.read());
    }

    private static Engine engine() {
        return HostedEngine.open(LlamaOptions.of(Home.find().shippedModel()), _ -> {});
    }
}
