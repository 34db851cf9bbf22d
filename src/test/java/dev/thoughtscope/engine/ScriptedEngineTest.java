package dev.thoughtscope.engine;

import static dev.thoughtscope.engine.ScriptedEngine.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.ScriptedEngine.ScriptedToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptedEngineTest {
    private final ScriptedEngine engine = ScriptedEngine.of((prefix, sampling) -> switch (prefix) {
        case "two plus two" -> List.of(new ScriptedToken(" is", 0.9, Map.of(" makes", 0.1)), ScriptedToken.of(" four", 0.5));
        case "two plus two is" -> say(" four", 0.5);
        default -> List.of();
    });

    private final Sequence question = engine.tokenize("two plus two", false, false);

    @Test
    void saysTheScriptThenEnds() throws InterruptedException {
        var said = engine.start(GenerateRequest.sample(question, 10, Sampling.greedy(), List.of()), _ -> {}).await();
        assertThat(said.text()).isEqualTo(" is four<|end|>");
        assertThat(said.reason()).isEqualTo(StopReason.END_TOKEN);
        assertThat(said.steps().getFirst().top()).hasSize(2);
    }

    @Test
    void stopsAtALimitAndAtAString() throws InterruptedException {
        var one = engine.start(GenerateRequest.sample(question, 1, Sampling.greedy(), List.of()), _ -> {}).await();
        var stopped = engine.start(GenerateRequest.sample(question, 9, Sampling.greedy(), List.of("s f")), _ -> {}).await();
        assertThat(one.reason()).isEqualTo(StopReason.MAX_TOKENS);
        assertThat(stopped.reason()).isEqualTo(StopReason.STOP_STRING);
        assertThat(stopped.text()).isEqualTo(" is four");
    }

    @Test
    void scoresWhatIsGiven() throws InterruptedException {
        var makes = engine.tokenize(" makes", false, false);
        var scored = engine.start(GenerateRequest.score(question, makes), _ -> {}).await();
        assertThat(scored.steps()).hasSize(1);
        assertThat(scored.steps().getFirst().logProb()).isCloseTo(Math.log(0.1), within(1e-12));
        assertThat(scored.reason()).isEqualTo(StopReason.MAX_TOKENS);
    }
}
