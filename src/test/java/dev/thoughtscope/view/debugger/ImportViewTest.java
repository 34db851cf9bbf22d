package dev.thoughtscope.view.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.session.Script;
import dev.thoughtscope.viewmodel.Outcome;
import dev.thoughtscope.viewmodel.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A trace of some other system, pasted into the window.
class ImportViewTest {
    private static final String TRACE = "<think>\nAdd first.\n40 + 20 = 70.\nWait, 40 + 20 = 60.\n60 + 100 = 160.\n</think>\n\nThe answer is 160.";

    private static void open(Stagehand hand) throws Exception {
        hand.does(() -> hand.find("runs", MenuButton.class).getItems().stream()
                .filter(item -> "import-trace".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void aPastedTraceBecomesAPathThatCanBeGoneOnWith() throws Exception {
        try (var hand = Stagehand.open(Script.thinker())) {
            open(hand);
            assertThat(hand.find("trace-show", Button.class).isDisabled()).isTrue();
            hand.picture("trace-empty");
            hand.does(() -> hand.find("trace-text", TextArea.class).setText(TRACE));
            hand.until(() -> hand.find("trace-found", Label.class).getText().contains("160"));
            hand.does(() -> hand.find("trace-question", TextField.class).setText("How long?"));
            hand.picture("trace-light");
            hand.dark(true);
            hand.picture("trace-dark");
            hand.click("trace-show");
            hand.until(() -> hand.model.state().get() == RunState.FINISHED);
            assertThat(hand.isThere("trace")).isFalse();
            assertThat(hand.model.tree().nodes()).isEqualTo(6);
            assertThat(hand.model.outcome().get().best().answer()).isEqualTo("160");
            hand.still();
            hand.picture("trace-path");
            hand.does(() -> hand.model.debugger().goOn());
            hand.until(() -> hand.model.state().get() == RunState.FINISHED && hand.model.progress().get().simulations() > 1);
            assertThat(hand.model.tree().nodes()).isGreaterThan(6);
        }
    }

    @Test
    void aFileIsReadIntoTheTextAndEscapePutsTheCardAway(@TempDir Path folder) throws Exception {
        var file = Files.writeString(
                folder.resolve("reply.json"),
                "{\"messages\": [{\"role\": \"user\", \"content\": \"How long?\"}, {\"role\": \"assistant\", \"content\": \"<think>\\n2 + 2 = 4.\"}]}");
        try (var hand = Stagehand.open(Script.thinker())) {
            open(hand);
            hand.does(() -> hand.model.traces().load(file));
            hand.until(() -> hand.model.traces().question().get().equals("How long?"));
            assertThat(hand.find("trace-show", Button.class).isDisabled()).isFalse();
            hand.type(KeyCode.ESCAPE);
            hand.until(() -> !hand.isThere("trace"));
        }
    }

    @Test
    void theMethodIsChosenInTheMenu(@TempDir Path folder) throws Exception {
        try (var hand = Stagehand.open(Script.thinker())) {
            var more = hand.find("more", MenuButton.class);
            hand.does(more::show);
            Thread.sleep(300);
            var menu = Stagehand.fx(() -> Window.getWindows().stream()
                    .filter(window -> window instanceof javafx.scene.control.ContextMenu)
                    .findFirst()
                    .orElseThrow());
            Stagehand.save(Stagehand.fx(() -> menu.getScene().getRoot().snapshot(null, null)), "method");
            @SuppressWarnings("unchecked")
            var method = (javafx.scene.control.ComboBox<String>) Stagehand.fx(
                    () -> menu.getScene().getRoot().lookup("#setting-method"));
            hand.click(Stagehand.fx(() -> method.localToScreen(method.getBoundsInLocal())), MouseButton.PRIMARY);
            hand.until(method::isShowing);
            hand.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
            hand.until(() -> !method.isShowing());
            assertThat(Stagehand.fx(more::isShowing)).isTrue();
            assertThat(Stagehand.fx(method::getValue)).isEqualTo("best-of");
            hand.does(more::hide);
            hand.does(() -> hand.model.question().question().set("How long?"));
            hand.does(() -> hand.model.ask(false));
            hand.until(() -> hand.model.state().get() == RunState.FINISHED);
            var file = folder.resolve("run.thoughts");
            hand.does(() -> hand.model.exports().save(file));
            hand.until(() -> Files.exists(file));
            var tree = LogFile.read(file).log().fold();
            assertThat(tree.run().orElseThrow().settings().get("method")).isEqualTo("best-of");
            assertThat(tree.isExpanded(0)).isFalse();
            assertThat(Stagehand.fx(() -> hand.model.outcome().get().why())).isEqualTo(Outcome.Why.VALUE);
            hand.picture("best-of");
        }
    }
}
