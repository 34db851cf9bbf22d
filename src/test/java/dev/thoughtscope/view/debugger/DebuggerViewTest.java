package dev.thoughtscope.view.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Script;
import dev.thoughtscope.view.Hand;
import dev.thoughtscope.viewmodel.RunState;
import javafx.geometry.BoundingBox;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The debugger under a robot's hands.
class DebuggerViewTest {
    private Stagehand hand;

    @BeforeEach
    void open() throws Exception {
        hand = Stagehand.open(Script.thinker());
        hand.does(() -> hand.model.question().take(
                new RunRequest("How long?", "step", 3, 4, 2, 200, 1, 7, false, false)));
    }

    @AfterEach
    void close() {
        hand.close();
    }

    private void asked() throws Exception {
        hand.does(() -> hand.model.ask(false));
        finished();
    }

    private void finished() throws Exception {
        hand.until(() -> hand.model.state().get() == RunState.FINISHED);
    }

    private ContextMenu menu() throws Exception {
        hand.until(() -> Window.getWindows().stream().anyMatch(window -> window instanceof ContextMenu));
        return (ContextMenu) Stagehand.fx(() -> Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aRightClickOffersWhatCanBeDoneToANode() throws Exception {
        asked();
        hand.clickNode(1, MouseButton.SECONDARY);
        var menu = menu();
        assertThat(menu.getItems()).extracting(item -> item.getId()).contains("node-edit", "node-ban", "node-stop");
        hand.does(() -> {
            menu.getItems().stream().filter(item -> "node-ban".equals(item.getId())).findFirst().orElseThrow().fire();
            menu.hide();
        });
        hand.until(() -> hand.model.debugger().marks().isBanned(1));
        finished();
    }

    @Test
    void aStepIsEditedAndTheEditTakenBackAndDoneAgain() throws Exception {
        asked();
        hand.clickNode(1, MouseButton.PRIMARY);
        hand.type(KeyCode.E);
        hand.until(() -> hand.isThere("thought"));
        var field = Stagehand.fx(() -> hand.find("thought", TextInputControl.class));
        String before = Stagehand.fx(field::getText);
        assertThat(before).isEqualTo(Stagehand.fx(() -> hand.model.debugger().text(1)));
        hand.does(() -> field.setText("Begin anew."));
        hand.type(KeyCode.CONTROL, KeyCode.ENTER);
        hand.until(() -> hand.model.debugger().marks().isBanned(1));
        finished();
        assertThat(hand.model.debugger().marks().isPersons(hand.model.inspector().selected().get())).isTrue();
        hand.type(KeyCode.CONTROL, KeyCode.Z);
        hand.until(() -> !hand.model.debugger().marks().isBanned(1));
        hand.click("redo");
        hand.until(() -> hand.model.debugger().marks().isBanned(1));
    }

    @Test
    void aTokenIsClickedAndAnotherChosen() throws Exception {
        asked();
        hand.clickNode(1, MouseButton.PRIMARY);
        int nodes = Stagehand.fx(() -> hand.model.tree().nodes());
        var pane = Hand.ready(hand.shell.root(), ".token-pane");
        hand.click(Stagehand.fx(() -> pane.localToScreen(new BoundingBox(2, 2, 8, 16))), MouseButton.PRIMARY);
        hand.until(() -> hand.isThere("token-card"));
        hand.type(KeyCode.ENTER);
        hand.until(() -> hand.model.tree().nodes() > nodes);
        finished();
        assertThat(hand.isThere("token-card")).isFalse();
    }

    @Test
    void aBreakpointIsSetAndHoldsAndSaysWhy() throws Exception {
        asked();
        hand.click("breakpoints");
        hand.click("kind-text");
        hand.until(() -> hand.isThere("expression"));
        hand.does(() -> hand.find("expression", TextInputControl.class).setText("8(0"));
        assertThat(Stagehand.fx(() -> hand.find("fault", Label.class).getText())).contains("cannot be read");
        hand.does(() -> hand.find("expression", TextInputControl.class).setText("80"));
        hand.does(() -> hand.find("add-breakpoint", Button.class).fire());
        hand.type(KeyCode.ESCAPE);
        assertThat(Stagehand.fx(() -> hand.find("breakpoints", Button.class).getText())).isEqualTo("1");
        hand.does(() -> hand.model.ask(false));
        hand.until(() -> hand.model.debugger().hold().get().isHeld());
        var banner = Stagehand.fx(() -> hand.shell.root().lookup("#hold-banner"));
        assertThat(Stagehand.fx(banner::isVisible)).isTrue();
        hand.type(KeyCode.F11);
        hand.until(() -> !banner.isVisible());
        assertThat(hand.model.state().get()).isEqualTo(RunState.PAUSED);
    }

    @Test
    void aFinishedRunIsLengthened() throws Exception {
        asked();
        hand.click("more-rollouts");
        hand.until(() -> hand.model.progress().get().simulations() == 7);
        finished();
        assertThat(Stagehand.fx(() -> hand.find("more-rollouts", Button.class).getText())).isEqualTo("4 more");
    }
}
