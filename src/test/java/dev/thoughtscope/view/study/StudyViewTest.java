package dev.thoughtscope.view.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.study.StudyScript;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Palette;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.study.ProblemRow;
import dev.thoughtscope.viewmodel.study.StudyModel;
import dev.thoughtscope.viewmodel.study.StudyShelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class StudyViewTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void toolkit() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyStarted) {
            // Another test has started it.
        }
        Platform.setImplicitExit(false);
        Platform.runLater(Themes::new);
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(100, TimeUnit.SECONDS);
    }

    private static void until(Callable<Boolean> done) throws Exception {
        while (!fx(done)) {
            Thread.sleep(20);
        }
    }

    @Test
    void oneClickRunsTheStudyAndAClickOnAPointShowsItsProblems() throws Exception {
        Files.writeString(folder.resolve("sums.jsonl"), """
                {"id": "a", "question": "What is 1 + 2?", "answer": "3"}
                {"id": "b", "question": "What is 4 + 2?", "answer": "6"}
                """);
        Files.writeString(folder.resolve("sums.json"), """
                {"thoughtscope": "study", "version": 1, "name": "Sums", "dataset": {"path": "sums.jsonl"},
                 "dialect": "marco-o1", "max-tokens": 60,
                 "methods": [{"method": "direct"}, {"method": "self-consistency", "budgets": [1, 2, 4]}]}
                """);
        var opened = new ArrayList<Path>();
        var model = fx(() -> {
            var made = new StudyModel(
                    new StudyShelf(Path.of("models").toAbsolutePath(), folder.resolve("studies")), opened::add);
            made.ready(StudyScript.engine());
            made.openStudy(folder.resolve("sums.json"));
            return made;
        });
        var stage = new Stage[1];
        var view = fx(() -> {
            var made = new StudyView(model);
            made.setLook(Look.light(Palette.VIRIDIS));
            stage[0] = new Stage();
            stage[0].setScene(new Scene(made.root(), 1100, 700));
            stage[0].show();
            made.root().applyCss();
            made.root().layout();
            return made;
        });
        click(view.root().lookup(".empty .button"), 20, 12);
        until(() -> {
            model.pump();
            return !model.state().get().isUnderWay() && model.charts().get() != null;
        });
        assertThat(fx(() -> view.root().lookup(".chart").isVisible())).isTrue();
        fx(() -> {
            view.root().applyCss();
            view.root().layout();
            return null;
        });
        var chart = (ChartPane) view.root().lookup(".chart");
        var spot = fx(() -> chart.spots().getFirst());
        assertThat(spot.words()).contains("direct", "0");
        click(chart, spot.x(), spot.y());
        until(() -> !model.rows().isEmpty());
        assertThat(model.rows()).hasSize(2).allMatch(row -> ((ProblemRow) row).method().equals("direct"));
        until(() -> view.root().lookup(".problem .button") != null);
        fx(() -> {
            ((Button) view.root().lookup(".problem .button")).fire();
            return null;
        });
        assertThat(opened).hasSize(1);
        for (var tab : fx(() -> List.copyOf(view.root().lookupAll(".tabs .toggle-button")))) {
            fx(() -> {
                ((ToggleButton) tab).fire();
                view.root().layout();
                return null;
            });
        }
        fx(() -> {
            stage[0].close();
            return null;
        });
    }

    private static void click(Node node, double x, double y) throws Exception {
        fx(() -> {
            var at = node.localToScreen(x, y);
            var robot = new Robot();
            robot.mouseMove(at.getX(), at.getY());
            robot.mouseClick(MouseButton.PRIMARY);
            return null;
        });
        Thread.sleep(150);
    }

    @Test
    void bothLanguagesHaveAllWords() {
        var english = ResourceBundle.getBundle("dev.thoughtscope.view.study.study", Locale.ROOT);
        var german = ResourceBundle.getBundle("dev.thoughtscope.view.study.study", Locale.GERMAN);
        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(german.getString("study.page")).isNotEqualTo(english.getString("study.page"));
    }
}
