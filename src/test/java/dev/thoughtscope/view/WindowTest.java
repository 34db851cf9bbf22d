package dev.thoughtscope.view;

import static dev.thoughtscope.view.Hand.fx;
import static dev.thoughtscope.view.Hand.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.view.strip.StripPage;
import dev.thoughtscope.view.strip.StripView;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.FakeRun;
import dev.thoughtscope.viewmodel.FakeRunner;
import dev.thoughtscope.viewmodel.RunState;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.strip.StripExport;
import dev.thoughtscope.viewmodel.strip.StripModel;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window as a person uses it, without a display.
class WindowTest {
    private WindowModel model;
    private ShellView shell;
    private Stage stage;
    private AnimationTimer pump;

    @BeforeAll
    static void startToolkit() {
        Hand.startToolkit();
    }

    @BeforeEach
    void open() throws Exception {
        fx(() -> {
            model = new WindowModel(step -> Math.exp(step.logProb()));
            shell = new ShellView(model, new Themes());
            stage = new Stage();
            stage.setScene(new Scene(shell.root(), 1280, 800));
            stage.show();
            pump = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (model.pump(6_000_000)) {
                        shell.tree().changed();
                    }
                    shell.frame(now / 1e9);
                }
            };
            pump.start();
            return null;
        });
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            pump.stop();
            model.stop();
            stage.close();
            shell.tree().close();
            return null;
        });
    }

    @Test
    void keysTypedOnTheStripsPageStayThere() throws Exception {
        fx(() -> {
            model.ready(new FakeRunner(0));
            shell.add(new StripPage(new StripView(new StripModel(new StripExport((_, _) -> {})))));
            return null;
        });
        click("#page-strip");
        click("#input");
        Hand.type(KeyCode.A, KeyCode.SPACE, KeyCode.X);
        assertThat(fx(() -> ((TextArea) shell.root().lookup("#input")).getText())).isEqualTo("a x");
        assertThat(model.state().get()).isEqualTo(RunState.READY);
        click("#page-tree");
        click("#ask");
        until(() -> model.state().get() == RunState.FINISHED);
        assertThat(fx(() -> shell.root().lookup("#input") == null)).isTrue();
    }

    @Test
    void aQuestionIsTypedAndItsTreeGrowsToAnAnswer() throws Exception {
        fx(() -> {
            model.ready(new FakeRunner(0));
            return null;
        });
        click("#question");
        fx(() -> {
            ((TextField) shell.root().lookup("#question")).clear();
            return null;
        });
        Hand.type(KeyCode.W, KeyCode.H, KeyCode.Y, KeyCode.ENTER);
        until(() -> model.state().get() == RunState.FINISHED);
        assertThat(model.tree().text(0)).isEqualTo("why");
        String answer = fx(() -> ((Label) shell.root().lookup(".answer-text")).getText());
        assertThat(answer).isEqualTo("160");
    }

    @Test
    void aClickedNodeIsToldInTheInspectorAndATokenTellsItsAlternatives() throws Exception {
        showFinished();
        Bounds box = Hand.settled(() -> shell.tree().localToScreen(shell.tree().boundsOf(1)));
        Hand.click(new Point2D(box.getCenterX(), box.getCenterY()), MouseButton.PRIMARY);
        until(() -> model.inspector().selected().get() == 1);
        var tokens = Hand.ready(shell.root(), "#tokens");
        Hand.moveTo(fx(() -> tokens.localToScreen(12, 10)));
        until(() -> shell.root().lookup(".alternatives") != null);
        assertThat(shell.root().lookupAll(".alternatives .word")).hasSize(5);
    }

    @Test
    void arrowKeysWalkTheTreeAndTheSpaceBarSteps() throws Exception {
        fx(() -> {
            model.ready(new FakeRunner(0));
            shell.tree().requestFocus();
            return null;
        });
        Hand.type(KeyCode.SPACE);
        until(() -> model.progress().get().simulations() == 1 && model.state().get() == RunState.PAUSED);
        until(() -> shell.tree().boxesInSight() > 3);
        Hand.type(KeyCode.HOME);
        until(() -> model.inspector().selected().get() == 0);
        Hand.type(KeyCode.RIGHT);
        until(() -> model.inspector().selected().get() > 0);
        Hand.type(KeyCode.DOWN);
        Hand.frames(2);
        assertThat(model.tree().parent(model.inspector().selected().get())).isZero();
    }

    @Test
    void draggingTheTimelineTakesTheWindowBackInTime() throws Exception {
        showFinished();
        int nodes = model.tree().nodes();
        var strip = Hand.ready(shell.root(), "#strip");
        Hand.click(
                fx(() -> strip.localToScreen(strip.getLayoutBounds().getWidth() / 3, 20)), MouseButton.PRIMARY);
        until(() -> !model.playback().atHead().get());
        assertThat(model.tree().nodes()).isLessThan(nodes);
        click("#now");
        until(() -> model.tree().nodes() == nodes);
    }

    @Test
    void aFailureIsASentenceInTheBannerThatCanBePutAway() throws Exception {
        fx(() -> {
            model.noModel("There is no file x.gguf.");
            return null;
        });
        assertThat(fx(() -> shell.root().lookup("#banner").isVisible())).isTrue();
        click("#closeBanner");
        until(() -> !shell.root().lookup("#banner").isVisible());
    }

    @Test
    void aRunIsSavedAndOpenedAgain(@TempDir Path folder) throws Exception {
        showFinished();
        int nodes = model.tree().nodes();
        var file = folder.resolve("run.thoughts");
        fx(() -> {
            model.exports().save(file);
            return null;
        });
        until(() -> Files.exists(file));
        fx(() -> {
            model.show(new EventLog());
            model.documents().open(file);
            return null;
        });
        until(() -> model.tree().nodes() == nodes);
        fx(() -> {
            model.documents().open(folder.resolve("missing.thoughts"));
            return null;
        });
        until(() -> model.trouble().get().contains("missing.thoughts"));
    }

    @Test
    void textIsFoundInTheTree() throws Exception {
        showFinished();
        fx(() -> {
            shell.tree().requestFocus();
            model.search().query().set("answer is");
            return null;
        });
        until(() -> model.search().count().get() > 0);
        int hit = fx(() -> model.search().go(1));
        assertThat(model.tree().text(hit)).contains("answer is");
    }

    @Test
    void theKeysAreShownAndPutAway() throws Exception {
        showFinished();
        fx(() -> {
            shell.tree().requestFocus();
            return null;
        });
        Hand.type(KeyCode.F1);
        until(() -> shell.root().lookup(".help-shade").isVisible());
        Hand.type(KeyCode.ESCAPE);
        until(() -> !shell.root().lookup(".help-shade").isVisible());
    }

    private void showFinished() throws Exception {
        fx(() -> {
            model.show(FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 6, 4, 4, 400, 1, 7, true, false)));
            model.pump(Long.MAX_VALUE / 2);
            shell.settle();
            return null;
        });
    }

    private void click(String selector) throws Exception {
        Hand.click(shell.root(), selector);
    }
}
