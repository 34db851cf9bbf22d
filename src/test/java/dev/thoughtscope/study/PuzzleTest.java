package dev.thoughtscope.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.engine.ScriptedEngine.ScriptedToken;
import dev.thoughtscope.study.report.ReportBuilder;
import dev.thoughtscope.study.report.ReportFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The seeds' own experiment, on an engine that is wrong without a thought and right with one.
class PuzzleTest {
    private static final String RIGHT = "1 + 2 * (3 + 4 * 5 + 6) * 7 + 8 * 9";
    private static final String WRONG = "1 + 2 * (3 + 4) * 5 + 6 * 7 + 8 * 9";
    private static final String THOUGHT = "Inside it is 3 + 20 + 6 = 29.\nThen 2 * 29 * 7 = 407.\n1 + 406 + 72 = 479.\n</Thought>\n<Output>The answer is "
            + RIGHT + ".</Output>";

    @TempDir
    private Path folder;

    private StudyFolder out;

    private static List<ScriptedToken> says(String prefix) {
        String own = prefix.substring(prefix.lastIndexOf("<|assistant|>") + "<|assistant|>".length());
        boolean direct = own.startsWith("<Output>");
        String whole = direct ? "The answer is " + WRONG + ".</Output>" : THOUGHT;
        String since = own.substring(direct ? "<Output>".length() : "<Thought>\n".length());
        return whole.startsWith(since)
                ? List.of(whole.substring(since.length()).split("(?<=\\n)|(?=\\n)|(?<=[^ ])(?= )")).stream()
                        .filter(word -> !word.isEmpty())
                        .map(word -> ScriptedToken.of(word, 0.9))
                        .toList()
                : List.of();
    }

    @BeforeEach
    void run() throws Exception {
        Files.copy(Path.of("models/heldout/puzzle.jsonl"), folder.resolve("puzzle.jsonl"));
        var study = StudyFile.parse(folder.resolve("study.json"), """
                {"thoughtscope": "study", "version": 1, "name": "Puzzle", "dataset": {"path": "puzzle.jsonl"},
                 "dialect": "marco-o1", "methods": [{"method": "direct"}, {"method": "greedy"}, {"method": "mcts", "budgets": [1, 2, 4]}]}
                """);
        out = new StudyFolder(folder.resolve("out"));
        try (var runner = new StudyRunner(
                study, out, ScriptedEngine.of((prefix, _) -> says(prefix)), () -> ScriptedEngine.of((prefix, _) -> says(prefix)), 2)) {
            runner.run(new StudyControl(), _ -> {});
        }
    }

    @Test
    void itsOneTrueAnswerAndWhatEachMethodMadeOfIt() throws Exception {
        var puzzle = Puzzle.of(out, out.read()).orElseThrow();
        assertThat(puzzle.checker().placements()).hasSize(36);
        assertThat(puzzle.checker().solutions()).containsExactly(RIGHT);
        assertThat(puzzle.checker().plainValue()).isEqualTo("141");
        assertThat(puzzle.tries()).extracting(one -> one.method().name()).containsExactly("direct", "greedy", "mcts-step");
        var direct = puzzle.tries().getFirst();
        assertThat(direct.isRight()).isFalse();
        assertThat(direct.value()).isEqualTo("185");
        var greedy = puzzle.tries().get(1);
        assertThat(greedy.isRight()).isTrue();
        assertThat(greedy.value()).isEqualTo("479");
        assertThat(greedy.steps()).extracting(Puzzle.Step::text)
                .containsExactly(
                        "Inside it is 3 + 20 + 6 = 29.", "Then 2 * 29 * 7 = 407.", "1 + 406 + 72 = 479.", "The answer is " + RIGHT + ".");
        assertThat(greedy.steps()).extracting(Puzzle.Step::isWrong).containsExactly(false, true, false, false);
        assertThat(puzzle.tries().getLast().steps()).hasSize(4);
        assertThat(greedy.log()).hasValueSatisfying(log -> assertThat(log).exists());
    }

    @Test
    void theReportTellsIt() throws Exception {
        var page = ReportFiles.write(ReportBuilder.of(out), out.path());
        assertThat(page).content().contains("The parentheses puzzle", "exactly one works", "the left side is 406");
        assertThat(ReportFiles.markdown(ReportBuilder.of(out), List.of("puzzle"))).contains("| greedy |").doesNotContain("###  ");
    }

    @Test
    void aLostLogLosesTheStepsAlone() throws Exception {
        try (var logs = Files.list(out.runs())) {
            for (var log : logs.toList()) {
                Files.delete(log);
            }
        }
        assertThat(Puzzle.of(out, out.read()).orElseThrow().tries()).hasSize(3).allMatch(one -> one.steps().isEmpty());
    }

    /// Of one wave, each attempt tells what a smaller budget would have cost.
    @Test
    void aBudgetBelowOneWaveCostsLess() throws Exception {
        var figures = new Figures(out.read());
        var tokens = figures.points().stream()
                .filter(point -> point.method().kind() == Method.Kind.MCTS)
                .map(Figures.Point::tokens)
                .toList();
        assertThat(tokens).hasSize(3).isSorted();
        assertThat(tokens.getFirst()).isPositive().isLessThan(tokens.getLast());
    }
}
