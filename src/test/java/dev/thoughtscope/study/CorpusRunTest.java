package dev.thoughtscope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.study.corpus.TextGain;
import dev.thoughtscope.study.report.ReportBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts of a study on an engine that says what it is told.
class CorpusRunTest {
    private static final int TEXTS = 4;

    @TempDir
    private Path folder;

    private Study study;

    @BeforeEach
    void study() throws Exception {
        Files.writeString(folder.resolve("sums.jsonl"), "{\"id\": \"p\", \"question\": \"What is 1 + 7?\", \"answer\": \"8\"}\n");
        var lines = new StringBuilder();
        for (int i = 0; i < TEXTS; i++) {
            lines.append("{\"id\": \"t%d\", \"text\": \"Number %d is a word and 4 is two\", \"results\": [[21, 22]]}%n".formatted(i, i));
        }
        Files.writeString(folder.resolve("texts.jsonl"), lines);
        study = parse("\"thinking\": {\"path\": \"texts.jsonl\", \"thought-tokens\": 3, \"ahead\": 2}");
    }

    private Study parse(String thinking) throws StudyFileException {
        return StudyFile.parse(folder.resolve("study.json"), """
                {"thoughtscope": "study", "version": 1, "name": "Texts", "dataset": {"path": "sums.jsonl"},
                 "dialect": "marco-o1", "methods": [{"method": "direct"}], %s}
                """.formatted(thinking));
    }

    private StudyFolder.Contents run(String name, Supplier<Engine> engines) throws Exception {
        var out = new StudyFolder(folder.resolve(name));
        try (var runner = new StudyRunner(study, out, engines.get(), engines, 4)) {
            assertThat(runner.run(new StudyControl(), _ -> {})).isTrue();
        }
        return out.read();
    }

    @Test
    void everyTextIsMeasuredAndReported() throws Exception {
        var contents = run("all", StudyScript::engine);
        assertThat(contents.thinking()).extracting(TextGain::id).containsExactly("t0", "t1", "t2", "t3");
        assertThat(contents.thinking()).allMatch(text -> text.failure().isEmpty() && text.tokens().size() > 5);
        assertThat(contents.manifest().thinking().texts()).isEqualTo(TEXTS);
        var report = ReportBuilder.of(new StudyFolder(folder.resolve("all")));
        assertThat(report.sections()).filteredOn(section -> section.title().equals("Where thinking helps"))
                .singleElement()
                .satisfies(section -> assertThat(section.charts()).hasSize(1));
    }

    @Test
    void aKilledStudyGoesOnWithTheTextsThatAreLeft() throws Exception {
        var whole = run("whole", StudyScript::engine);
        run("killed", StudyScript::engine);
        var file = folder.resolve("killed/thinking.jsonl");
        var bytes = Files.readString(file);
        Files.writeString(file, bytes.substring(0, bytes.length() * 2 / 3));
        assertThat(run("killed", StudyScript::engine).thinking()).isEqualTo(whole.thinking());
        assertThat(Files.readAllLines(file)).hasSize(TEXTS);
    }

    @Test
    void aTextThatKillsTheEngineIsGivenUpAloneAndTold() throws Exception {
        var opened = new AtomicInteger();
        Supplier<Engine> engines = () -> {
            opened.incrementAndGet();
            var dead = new AtomicInteger();
            return ScriptedEngine.of((prefix, sampling) -> {
                if (prefix.contains("Number 2 is")) {
                    dead.set(1);
                }
                if (dead.get() == 1) {
                    throw new EngineException("The engine's process ended.");
                }
                return StudyScript.continuation(prefix, sampling);
            });
        };
        var texts = run("mortal", engines).thinking();
        assertThat(texts).hasSize(TEXTS);
        assertThat(texts).filteredOn(text -> !text.failure().isEmpty())
                .singleElement()
                .satisfies(text -> {
                    assertThat(text.id()).isEqualTo("t2");
                    assertThat(text.failure()).startsWith("The engine stopped twice");
                });
        assertThat(opened).hasValueGreaterThan(2);
    }

    @Test
    void otherTextsAreAnotherStudy() throws Exception {
        run("taken", StudyScript::engine);
        study = parse("\"thinking\": {\"path\": \"texts.jsonl\", \"thought-tokens\": 4, \"ahead\": 2}");
        assertThatThrownBy(() -> run("taken", StudyScript::engine)).hasMessageContaining("the texts to think along are other ones");
    }

    /// A folder may come from anybody.
    @Test
    void linesThatCannotBeTrueAreRefusedInASentence() throws Exception {
        run("forged", StudyScript::engine);
        var out = folder.resolve("forged");
        var thinking = out.resolve("thinking.jsonl");
        String good = Files.readString(thinking);
        Files.writeString(thinking, good.replaceFirst("\"to\":\\d+", "\"to\":99999"));
        assertThatThrownBy(() -> new StudyFolder(out).read()).hasMessageContaining("thinking.jsonl, line 1: it is damaged");
        Files.writeString(thinking, good);
        var results = out.resolve("results.jsonl");
        Files.writeString(results, Files.readString(results).replaceFirst("\"log\":\"[^\"]*\"", "\"log\":\"../../secret\""));
        assertThatThrownBy(() -> new StudyFolder(out).read()).hasMessageContaining("results.jsonl, line 1: it is damaged");
    }

    @Test
    void aFolderOfAnEarlierVersionIsStillRead() throws Exception {
        run("old", StudyScript::engine);
        var manifest = folder.resolve("old/study.json");
        String without = Files.readString(manifest).replaceAll("(?s)\"thinking\" : \\{.*?\\},", "");
        Files.writeString(manifest, without);
        assertThat(new StudyFolder(folder.resolve("old")).read().manifest().thinking()).isEqualTo(Manifest.Thinking.NONE);
    }
}
