package dev.thoughtscope.view.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.view.compare.ComparePage;
import dev.thoughtscope.view.compare.CompareView;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.FakeRun;
import dev.thoughtscope.viewmodel.FakeRunner;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.compare.CompareModel;
import dev.thoughtscope.viewmodel.lessons.LessonsModel;
import dev.thoughtscope.viewmodel.lessons.PlayerModel;
import dev.thoughtscope.viewmodel.sessions.SessionsModel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lessons and the comparison as a person uses them, without a display.
class LessonsViewTest {
    @TempDir
    private Path folder;

    private WindowModel model;
    private LessonsModel lessons;
    private CompareModel compare;
    private ShellView shell;
    private Stage stage;
    private AnimationTimer pump;

    @BeforeAll
    static void startToolkit() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyStarted) {
            // One toolkit serves all tests.
        }
        Platform.setImplicitExit(false);
    }

    @BeforeEach
    void open() throws Exception {
        fx(() -> {
            model = new WindowModel(step -> Math.exp(step.logProb()));
            shell = new ShellView(model, new Themes());
            lessons = new LessonsModel(step -> Math.exp(step.logProb()), this::explore, folder.resolve("p.properties"), "en");
            shell.add(new LessonsPage(new LessonsView(lessons, shell::present)));
            compare = new CompareModel(step -> Math.exp(step.logProb()), model::log, () -> model.question().request(false));
            shell.add(new ComparePage(new CompareView(compare, new SessionsModel(Optional.empty(), model.documents()))));
            stage = new Stage();
            stage.setScene(new Scene(shell.root(), 1280, 800));
            stage.show();
            pump = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    model.pump(6_000_000);
                    shell.frame(now / 1e9);
                }
            };
            pump.start();
            return null;
        });
    }

    private void explore(EventLog run) {
        model.show(run);
        shell.pages().show("tree");
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            pump.stop();
            lessons.close();
            stage.close();
            shell.tree().close();
            return null;
        });
    }

    private PlayerModel play(String name) throws Exception {
        fx(() -> {
            shell.pages().show(LessonsPage.ID);
            return null;
        });
        await(() -> shell.root().lookup("#lesson-" + name) != null);
        press("#lesson-" + name);
        await(() -> lessons.player().get() != null);
        return lessons.player().get();
    }

    @Test
    void aLessonIsSteppedThroughWithAClickerAndItsScoreIsShown() throws Exception {
        var player = play("search-tree");
        while (!fx(player::isOver)) {
            int before = fx(() -> player.index().get());
            if (fx(player::isAsking)) {
                type(KeyCode.DIGIT1);
                await(() -> !player.isAsking());
            }
            type(KeyCode.PAGE_DOWN);
            await(() -> player.index().get() == before + 1);
        }
        await(() -> shell.root().lookup(".end-score") != null);
        assertThat(fx(() -> ((Labeled) shell.root().lookup(".end-score")).getText())).contains("of 3");
        press("#end-explore");
        await(() -> model.tree().nodes() > 20);
        assertThat(fx(() -> shell.pages().current().orElseThrow().id())).isEqualTo("tree");
    }

    @Test
    void theFirstPageIsThereAtOnce() throws Exception {
        var player = play("search-tree");
        await(() -> shell.root().lookup(".step-title") != null);
        assertThat(fx(() -> ((Labeled) shell.root().lookup(".step-title")).getText()))
                .isEqualTo(player.course().lesson().steps().getFirst().title());
        assertThat(fx(() -> ((Labeled) shell.root().lookup(".lesson-place")).getText())).startsWith("1 ");
    }

    @Test
    void aPredictionIsTakenOnceAndToldWhy() throws Exception {
        var player = play("search-tree");
        type(KeyCode.PAGE_DOWN);
        await(() -> player.index().get() == 1);
        type(KeyCode.PAGE_DOWN);
        await(() -> player.index().get() == 2);
        assertThat(fx(() -> shell.root().lookup("#lesson-next").isDisabled())).isTrue();
        press("#choice-3");
        await(() -> shell.root().lookup(".verdict-word") != null);
        assertThat(fx(() -> shell.root().lookup("#choice-1").isDisabled())).isTrue();
        assertThat(fx(() -> shell.root().lookup("#lesson-next").isDisabled())).isFalse();
        type(KeyCode.PAGE_UP);
        await(() -> player.index().get() == 1);
    }

    @Test
    void whatAStepIsAboutIsPointedAt() throws Exception {
        var player = play("search-tree");
        type(KeyCode.PAGE_DOWN);
        await(() -> player.index().get() == 1);
        await(() -> shell.root().lookupAll(".spotlight > Rectangle").size() == 3);
    }

    @Test
    void presenterModeLeavesTheLessonAndTakesTheRestAway() throws Exception {
        play("confidence");
        type(KeyCode.F5);
        await(() -> !shell.root().lookup("#railFrame").isVisible());
        assertThat(fx(() -> shell.root().lookup(".lesson-player") != null)).isTrue();
        type(KeyCode.F5);
        await(() -> shell.root().lookup("#railFrame").isVisible());
    }

    @Test
    void twoRunsStandUnderOneScrubber() throws Exception {
        fx(() -> {
            model.show(FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 6, 4, 4, 400, 1, 7, true, false)));
            model.pump(Long.MAX_VALUE / 2);
            shell.pages().show(ComparePage.ID);
            compare.takeCurrent(compare.second());
            return null;
        });
        await(() -> compare.first().simulations() > 0 && compare.second().simulations() > 0);
        int nodes = fx(() -> compare.first().window().tree().nodes());
        fx(() -> {
            ((Slider) shell.root().lookup("#share")).setValue(0.3);
            return null;
        });
        await(() -> compare.first().window().tree().nodes() < nodes);
        assertThat(fx(() -> compare.second().window().tree().nodes())).isEqualTo(fx(() -> compare.first().window().tree().nodes()));
    }

    @Test
    void everyControlThatTakesTheFocusHasAName() throws Exception {
        play("selection");
        type(KeyCode.PAGE_DOWN);
        var nameless = new ArrayList<String>(fx(() -> nameless(shell.root())));
        fx(() -> {
            shell.pages().show(ComparePage.ID);
            return null;
        });
        await(() -> shell.root().lookup("#ask-both") != null);
        nameless.addAll(fx(() -> nameless(shell.root())));
        assertThat(nameless).isEmpty();
    }

    private static List<String> nameless(Parent parent) {
        var found = new ArrayList<String>();
        for (Node node : parent.getChildrenUnmodifiable()) {
            boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                    || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
            if (node.isFocusTraversable() && node.isVisible() && !named) {
                found.add(node.toString());
            }
            if (node instanceof Parent inner && node.isVisible()) {
                found.addAll(nameless(inner));
            }
        }
        return found;
    }

    private void press(String selector) throws Exception {
        fx(() -> {
            ((Button) shell.root().lookup(selector)).fire();
            return null;
        });
    }

    private static void type(KeyCode code) throws Exception {
        fx(() -> {
            new Robot().keyType(code);
            return null;
        });
    }

    private void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!fx(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(15);
        }
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }
}
