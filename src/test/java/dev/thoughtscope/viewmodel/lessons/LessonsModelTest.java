package dev.thoughtscope.viewmodel.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.lessons.Progress;
import dev.thoughtscope.session.EventLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lessons are played step by step, without a model and without a window.
class LessonsModelTest {
    @TempDir
    private Path folder;

    private final List<EventLog> explored = new ArrayList<>();
    private LessonsModel model;

    @BeforeEach
    void list() throws Exception {
        model = new LessonsModel(step -> Math.exp(step.logProb()), explored::add, folder.resolve("progress.properties"), "en");
        model.list();
        await(() -> model.lessons().size() >= 6);
    }

    private void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
            model.pump();
        }
    }

    private PlayerModel open(String name) throws Exception {
        model.open(model.lessons().stream().filter(lesson -> lesson.name().equals(name)).findFirst().orElseThrow());
        await(() -> model.player().get() != null);
        return model.player().get();
    }

    @Test
    void aStepShowsTheRunAtItsMoment() throws Exception {
        var player = open("search-tree");
        assertThat(player.window().tree().nodes()).isEqualTo(1);
        assertThat(player.next()).isTrue();
        player.arrive();
        assertThat(player.window().tree().nodes()).isEqualTo(4);
        player.back();
        assertThat(player.window().tree().nodes()).isEqualTo(1);
    }

    @Test
    void aQuestionMustBeAnsweredAndShowsWhatTheRunDid() throws Exception {
        var player = open("search-tree");
        player.next();
        player.next();
        player.arrive();
        assertThat(player.isAsking()).isTrue();
        assertThat(player.next()).isFalse();
        player.choose(0);
        assertThat(player.isAsking()).isFalse();
        assertThat(player.wasRight(2)).contains(false);
        player.choose(2);
        assertThat(player.wasRight(2)).contains(false);
        player.arrive();
        assertThat(player.window().tree().nodes()).isGreaterThan(4);
        assertThat(player.window().progress().get().simulations()).isZero();
    }

    @Test
    void theRunGoesForwardSimulationBySimulation() throws Exception {
        var player = open("more-thinking");
        player.next();
        player.arrive();
        player.next();
        assertThat(player.isTravelling()).isTrue();
        int last = player.window().playback().position().get();
        for (int i = 0; i < 100 && player.isTravelling(); i++) {
            player.advance(0.1);
            assertThat(player.window().playback().position().get()).isGreaterThanOrEqualTo(last);
            last = player.window().playback().position().get();
        }
        player.window().pump(0);
        assertThat(player.window().progress().get().simulations()).isEqualTo(3);
    }

    @Test
    void theScoreIsKept() throws Exception {
        for (var lesson : List.copyOf(model.lessons())) {
            model.open(lesson);
            await(() -> model.player().get() != null && model.player().get().course().lesson().equals(lesson));
            var player = model.player().get();
            while (!player.isOver()) {
                player.step().orElseThrow().question().ifPresent(question -> {
                    for (int i = 0; i < question.choices().size(); i++) {
                        if (question.choices().get(i).right()) {
                            player.choose(i);
                        }
                    }
                });
                player.arrive();
                assertThat(player.next()).isTrue();
            }
            assertThat(player.score()).isEqualTo(new Progress.Score(lesson.questions(), lesson.questions()));
            model.finished();
        }
        await(() -> Progress.read(folder.resolve("progress.properties")).done().size() == model.lessons().size());
        assertThat(model.following()).isEmpty();
    }

    @Test
    void theRunOfAStepIsShownInTheExplorer() throws Exception {
        open("confidence");
        model.explore();
        assertThat(explored).singleElement().satisfies(run -> assertThat(run.size()).isGreaterThan(100));
    }

    @Test
    void aBadLessonIsToldInASentence() throws Exception {
        var file = Files.writeString(folder.resolve("bad.md"), "---\ntitle: x\nlanguage: en\nminutes: 1\n---\n# A\n{dance}\n");
        model.open(file);
        await(() -> model.trouble().get().startsWith("Line 7: {dance}"));
        model.open(folder.resolve("missing.md"));
        await(() -> model.trouble().get().contains("There is no file"));
        assertThat(model.player().get()).isNull();
    }
}
