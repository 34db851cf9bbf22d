package dev.thoughtscope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.search.Verdict;
import dev.thoughtscope.session.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole studies on an engine that says what it is told.
class StudyRunnerTest {
    private static final int PROBLEMS = 9;
    private static final int METHODS = 6;

    @TempDir
    private Path folder;

    private Study study;

    @BeforeEach
    void study() throws Exception {
        var lines = new StringBuilder();
        for (int i = 0; i < PROBLEMS; i++) {
            lines.append("{\"id\": \"p%d\", \"question\": \"What is %d + 7?\", \"answer\": \"%d\"}%n".formatted(i, i, i + 7));
        }
        Files.writeString(folder.resolve("sums.jsonl"), lines);
        study = StudyFile.parse(folder.resolve("study.json"), """
                {"thoughtscope": "study", "version": 1, "name": "Sums", "dataset": {"path": "sums.jsonl"},
                 "dialect": "marco-o1",
                 "methods": [{"method": "direct"}, {"method": "greedy", "reflect": true},
                   {"method": "self-consistency", "budgets": [1, 4, 8]},
                   {"method": "best-of-n", "reflect": true, "budgets": [4]},
                   {"method": "beam", "budgets": [2]},
                   {"method": "mcts", "parallel": 2, "budgets": [2, 6]}]}
                """);
    }

    private StudyFolder.Contents run(String name, Supplier<Engine> engines) throws Exception {
        var out = new StudyFolder(folder.resolve(name));
        try (var runner = new StudyRunner(study, out, engines.get(), engines, 4)) {
            assertThat(runner.run(new StudyControl(), _ -> {})).isTrue();
        }
        return out.read();
    }

    private StudyFolder.Contents run(String name) throws Exception {
        return run(name, StudyScript::engine);
    }

    /// Without what differs from one time to the next: the clock.
    static List<Result> timeless(StudyFolder.Contents contents) {
        return contents.results().stream()
                .map(one -> new Result(
                        one.problem(),
                        one.method(),
                        one.seed(),
                        one.attempts().stream().map(attempt -> attempt.slowedBy(0)).toList(),
                        one.secondThoughts(),
                        one.tokens(),
                        0,
                        1,
                        one.log(),
                        one.failure()))
                .sorted((a, b) -> a.key().toString().compareTo(b.key().toString()))
                .toList();
    }

    private static List<Result> of(StudyFolder.Contents contents, String method) {
        return contents.results().stream().filter(result -> result.method().equals(method)).toList();
    }

    @Test
    void everyProblemIsRunWithEveryMethod() throws Exception {
        var contents = run("all");
        assertThat(contents.results()).hasSize(PROBLEMS * METHODS).allMatch(result -> result.failure().isEmpty());
        assertThat(of(contents, "direct")).allMatch(result -> result.attempts().getFirst().verdict() == Verdict.WRONG);
        assertThat(of(contents, "self-consistency")).allMatch(result -> result.attempts().size() == 8);
        assertThat(of(contents, "beam-step")).allMatch(result -> result.attempts().size() == 2);
        assertThat(of(contents, "mcts-step")).allMatch(result -> result.attempts().size() <= 6 && !result.attempts().isEmpty());
        assertThat(contents.manifest().model().name()).isEqualTo("scripted");
    }

    @Test
    void aFolderOfAnEarlierVersionOpensAndIsGoneOnWith() throws Exception {
        var whole = run("earlier");
        var manifest = folder.resolve("earlier").resolve("study.json");
        var json = (ObjectNode) new ObjectMapper().readTree(manifest.toFile());
        json.remove(List.of("exact", "thinking"));
        Files.writeString(manifest, json.toString());
        assertThat(timeless(run("earlier"))).isEqualTo(timeless(whole));
        study = study.withExact(WhenExact.ALWAYS);
        assertThatThrownBy(() -> run("earlier")).hasMessageContaining("that one is not exact (--no-exact). Choose another folder");
    }

    @Test
    void eachAttemptKnowsItsTokens() throws Exception {
        var contents = run("tokens");
        for (var result : of(contents, "self-consistency")) {
            long before = 0;
            for (var attempt : result.attempts()) {
                assertThat(attempt.tokens() - before).as("tokens of one thought").isBetween(10L, 25L);
                before = attempt.tokens();
            }
            assertThat(before).isEqualTo(result.tokens());
        }
    }

    @Test
    void reflectionTellsBothAnswersAndItsCost() throws Exception {
        var thoughts = of(run("reflection"), "best-of-n+reflect").stream()
                .flatMap(result -> result.secondThoughts().stream())
                .toList();
        assertThat(thoughts).hasSize(PROBLEMS * 4);
        assertThat(thoughts).allMatch(thought -> thought.verdictAfter() == Verdict.RIGHT && thought.tokens() > 5);
        assertThat(thoughts).extracting(SecondThought::effect)
                .containsOnly(SecondThought.Effect.MENDED, SecondThought.Effect.UNCHANGED)
                .contains(SecondThought.Effect.MENDED);
    }

    @Test
    void everyRunIsKeptAndOpens() throws Exception {
        var contents = run("logs");
        for (var result : contents.results()) {
            var opened = LogFile.read(folder.resolve("logs").resolve("runs").resolve(result.log()));
            assertThat(opened.damage()).isEmpty();
            assertThat(opened.log().fold().generatedTokens()).isEqualTo(result.tokens());
        }
    }

    @Test
    void aKilledStudyGoesOnWithNothingDoneTwice() throws Exception {
        var whole = run("whole");
        run("killed");
        var file = folder.resolve("killed/results.jsonl");
        var bytes = Files.readAllBytes(file);
        for (int cut : new int[] {0, 1, bytes.length / 3, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, cut));
            int kept = Files.readString(file).split("\n", -1).length - 1;
            var resumed = run("killed");
            assertThat(timeless(resumed)).isEqualTo(timeless(whole));
            assertThat(Files.readAllLines(file)).as("after %d bytes, %d lines", cut, kept).hasSize(PROBLEMS * METHODS);
        }
    }

    @Test
    void nothingIsRunWhenAllIsThere() throws Exception {
        run("again");
        var dead = ScriptedEngine.of((_, _) -> {
            throw new AssertionError("asked although all is known");
        });
        assertThat(run("again", () -> dead).results()).hasSize(PROBLEMS * METHODS);
    }

    @Test
    void anotherStudyDoesNotGetIntoTheSameFolder() throws Exception {
        run("taken");
        study = study.withLimit(3);
        assertThatThrownBy(() -> run("taken"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds another study, \"Sums\": the problems are other ones");
    }

    @Test
    void onlyOneWritesIntoAFolder() throws Exception {
        run("locked");
        try (var _ = new StudyFolder(folder.resolve("locked")).results()) {
            assertThatThrownBy(() -> run("locked")).hasMessageContaining("Another study is writing into");
        }
    }

    /// A lock can be lost without a word where the process that holds it also reads the file.
    @Test
    void noOtherProcessGetsInEvenAfterTheResultsWereRead() throws Exception {
        run("guarded");
        var out = new StudyFolder(folder.resolve("guarded"));
        try (var _ = out.results()) {
            out.readResults();
            assertThat(tryFromAnotherProcess(out)).isEqualTo(3);
        }
        assertThat(tryFromAnotherProcess(out)).isZero();
    }

    private static int tryFromAnotherProcess(StudyFolder out) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProbe.class.getName(),
                        out.path().toString())
                .start()
                .waitFor();
    }

    /// Exits with 0 if it may write into the folder, else with 3.
    static final class WriterProbe {
        private WriterProbe() {}

        public static void main(String[] arguments) {
            try (var _ = new StudyFolder(Path.of(arguments[0])).results()) {
                System.exit(0);
            } catch (IOException taken) {
                System.exit(3);
            }
        }
    }

    @Test
    void aStoppedStudyKeepsWhatItHas() throws Exception {
        var out = new StudyFolder(folder.resolve("stopped"));
        var control = new StudyControl();
        try (var runner = new StudyRunner(study, out, StudyScript.engine(), StudyScript::engine, 2)) {
            boolean complete = runner.run(control, progress -> {
                if (progress.done() == 7) {
                    control.stop();
                }
            });
            assertThat(complete).isFalse();
        }
        assertThat(out.read().results()).hasSizeBetween(7, 9);
        assertThat(run("stopped").results()).hasSize(PROBLEMS * METHODS);
    }

    @Test
    void aPausedStudyWaits() throws Exception {
        var out = new StudyFolder(folder.resolve("paused"));
        var control = new StudyControl();
        var done = new AtomicInteger();
        control.pause();
        var thread = Thread.ofPlatform().start(() -> {
            try (var runner = new StudyRunner(study, out, StudyScript.engine(), StudyScript::engine, 2)) {
                runner.run(control, progress -> done.set(progress.done()));
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
        Thread.sleep(150);
        assertThat(done).hasValue(0);
        control.resume();
        thread.join(20_000);
        assertThat(done).hasValue(PROBLEMS * METHODS);
    }

    @Test
    void anEngineThatDiesIsOpenedAgainAndOnlyItsCulpritIsGivenUp() throws Exception {
        var opened = new AtomicInteger();
        Supplier<Engine> engines = () -> {
            opened.incrementAndGet();
            return mortal();
        };
        var contents = run("mortal", engines);
        assertThat(contents.results()).hasSize(PROBLEMS * METHODS);
        assertThat(contents.results()).filteredOn(result -> !result.failure().isEmpty())
                .hasSize(METHODS)
                .allMatch(result -> result.problem().equals("p5"))
                .allMatch(result -> result.failure().startsWith("The engine stopped twice"));
        assertThat(opened).hasValueGreaterThan(5);
    }

    /// Dies of the problem "5 + 7" and stays dead.
    private static Engine mortal() {
        var dead = new AtomicInteger();
        return ScriptedEngine.of((prefix, sampling) -> {
            if (prefix.contains("is 5 + 7?")) {
                dead.set(1);
            }
            if (dead.get() == 1) {
                throw new EngineException("The engine's process ended.");
            }
            return StudyScript.continuation(prefix, sampling);
        });
    }

    @Test
    void anEngineThatStaysDeadEndsTheStudyAndNothingIsLost() throws Exception {
        var alive = new AtomicInteger(40);
        Supplier<Engine> engines = () -> ScriptedEngine.of((prefix, sampling) -> {
            if (alive.decrementAndGet() < 0) {
                throw new EngineException("The engine's process ended.");
            }
            return StudyScript.continuation(prefix, sampling);
        });
        assertThatThrownBy(() -> run("dead", engines))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("times in a row");
        var kept = new StudyFolder(folder.resolve("dead")).read().results();
        assertThat(kept).isNotEmpty().allMatch(result -> result.failure().isEmpty());
        assertThat(run("dead").results()).hasSize(PROBLEMS * METHODS).containsAll(kept);
    }

    @Test
    void aQuestionThatDoesNotFitFailsAloneAndIsTold() throws Exception {
        Files.writeString(
                folder.resolve("sums.jsonl"),
                "{\"id\": \"long\", \"question\": \"" + "word ".repeat(5000) + "\", \"answer\": \"1\"}\n"
                        + "{\"id\": \"short\", \"question\": \"What is 1 + 7?\", \"answer\": \"8\"}\n");
        var results = run("long").results();
        assertThat(results).filteredOn(result -> result.problem().equals("long"))
                .hasSize(METHODS)
                .allMatch(result -> result.failure().contains("too long for this model"));
        assertThat(results).filteredOn(result -> result.problem().equals("short")).allMatch(result -> result.failure().isEmpty());
    }

    @Test
    void withMoreSeedsAProblemCountsOnceAndIntervalsAreTheBootstraps() throws Exception {
        study = StudyFile.parse(folder.resolve("seeds.json"), """
                {"thoughtscope": "study", "version": 1, "name": "Seeds", "dataset": {"path": "sums.jsonl"},
                 "dialect": "marco-o1", "seeds": [1, 2, 3], "keep-logs": false,
                 "methods": [{"method": "cot", "temperature": 1}, {"method": "direct"}]}
                """);
        var contents = run("seeds");
        assertThat(contents.results()).hasSize(PROBLEMS * 2 * 3).allMatch(result -> result.log().isEmpty());
        var point = new Figures(contents).points().getFirst();
        long right = of(contents, "cot").stream()
                .filter(result -> result.attempts().getFirst().isRight())
                .count();
        assertThat(point.accuracy().n()).isEqualTo(PROBLEMS);
        assertThat(point.accuracy().estimate()).isCloseTo(right / 27.0, within(1e-12));
        assertThat(right).as("seeds differ").isBetween(1L, 26L);
        assertThat(point.accuracy().low()).isLessThan(point.accuracy().estimate());
        assertThat(Files.list(folder.resolve("seeds/runs"))).isEmpty();
    }

    @Test
    void progressRisesAndEndsAtTheTotal() throws Exception {
        var told = new ArrayList<Progress>();
        var out = new StudyFolder(folder.resolve("progress"));
        try (var runner = new StudyRunner(study, out, StudyScript.engine(), StudyScript::engine, 3)) {
            runner.run(new StudyControl(), told::add);
        }
        assertThat(told).extracting(Progress::done).isSorted().startsWith(0).endsWith(PROBLEMS * METHODS);
        assertThat(told.getLast().left()).isZero();
        assertThat(told.getLast().tokens()).isPositive();
    }
}
