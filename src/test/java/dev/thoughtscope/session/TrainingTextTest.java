package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thoughtscope.reasoning.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTextTest {
    private static EventLog run(String expected, boolean reflect) throws InterruptedException {
        var request = new RunRequest("How long?", "step", 8, 4, 2, 200, 1, 7, reflect, false);
        return Script.finished(Script.thinker().start(request, expected));
    }

    @Test
    void theJourneyKeepsTheWrongTurnAndTheWayBack() throws Exception {
        var text = TrainingText.of(run("160", false).fold(), "", 3).orElseThrow();
        assertThat(text.journey()).isEqualTo(
                """
                Guess.
                40 + 80 = 120.
                The answer is 120.
                %s
                Add first.
                40 + 20 = 60.
                60 + 100 = 160.
                The answer is 160.
                """
                        .formatted(Dialect.WAIT));
        assertThat(text.shortcut()).isEqualTo("Add first.\n40 + 20 = 60.\n60 + 100 = 160.\nThe answer is 160.\n");
        assertThat(text.detours()).isEqualTo(1);
    }

    @Test
    void aTurnInTheMiddleComesBackToTheLastGoodStep() throws Exception {
        var thinker = Families.thinker(
                Dialect.MARCO_O1,
                "Add first.\n40 + 20 = 60.\n</Thought>\n<Output>60</Output>",
                "Add first.\n40 + 80 = 120.\n</Thought>\n<Output>120</Output>");
        var log = Script.finished(thinker.start(new RunRequest("How long?", "step", 12, 4, 2, 200, 1, 7, false, false), "60"));
        var text = TrainingText.of(log.fold(), "", 3).orElseThrow();
        assertThat(text.journey()).isEqualTo(
                "Add first.\n40 + 80 = 120.\n" + Dialect.WAIT + "\nAdd first.\n40 + 20 = 60.\n");
        assertThat(TrainingText.of(log.fold(), "", 0).orElseThrow().journey()).isEqualTo(text.shortcut());
    }

    @Test
    void theShortcutLeavesOutWhatAReflectionTookBack() throws Exception {
        var log = run("160", true);
        var text = TrainingText.of(log.fold(), "", 0).orElseThrow();
        assertThat(text.shortcut()).doesNotContain("120").doesNotContain(Dialect.WAIT).contains("160");
    }

    @Test
    void theRightAnswerMayBeNamed() throws Exception {
        var tree = run("", false).fold();
        assertThat(TrainingText.of(tree, "120", 3).orElseThrow().answer()).contains("120");
        assertThat(TrainingText.of(tree, "7", 3)).isEmpty();
    }

    @Test
    void linesAreThoseOfMarcoO1sData() throws Exception {
        var lines = TrainingText.of(run("160", false).fold(), "", 3).orElseThrow().lines("a.thoughts");
        assertThat(lines).hasSize(2);
        for (int i = 0; i < 2; i++) {
            var line = new ObjectMapper().readTree(lines.get(i));
            assertThat(line.get("instruction").textValue()).isEqualTo("How long?");
            assertThat(line.get("response").textValue())
                    .startsWith("<Thought>\n")
                    .endsWith("\n</Thought>\n<Output>\nThe answer is 160.\n</Output>");
            assertThat(line.get("kind").textValue()).isEqualTo(List.of("journey", "shortcut").get(i));
        }
    }

    @Test
    void aLineComesBackAsATrace() throws Exception {
        var lines = TrainingText.of(run("160", false).fold(), "", 3).orElseThrow().lines("a.thoughts");
        var trace = TraceFile.parse(lines.getFirst());
        assertThat(trace.question()).isEqualTo("How long?");
        assertThat(trace.result()).contains("160");
    }
}
