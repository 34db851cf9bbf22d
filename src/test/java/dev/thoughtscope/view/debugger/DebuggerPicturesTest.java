package dev.thoughtscope.view.debugger;

import dev.thoughtscope.engine.llama.LlamaEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.session.Home;
import dev.thoughtscope.session.Thinker;
import dev.thoughtscope.viewmodel.DebuggerBreakpoint;
import dev.thoughtscope.viewmodel.DebuggerBreakpoint.Kind;
import dev.thoughtscope.viewmodel.RunState;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Every state of the debugger as a picture in target/pictures, with the model that ships.
@EnabledIfSystemProperty(named = "thoughtscope.pictures", matches = ".+")
class DebuggerPicturesTest {
    @Test
    void pictures() throws Exception {
        try (var engine = LlamaEngine.open(LlamaOptions.of(Home.find().shippedModel()))) {
            var runner = new Thinker(engine, Dialects.of(engine), Home.find().sampleQuestions());
            for (boolean dark : new boolean[] {false, true}) {
                try (var hand = Stagehand.open(runner)) {
                    hand.dark(dark);
                    walk(hand, dark ? "dark-" : "light-");
                }
            }
        }
    }

    private static void walk(Stagehand hand, String name) throws Exception {
        var model = hand.model;
        hand.does(() -> model.question().rollouts().set(8));
        hand.does(() -> model.ask(false));
        hand.until(() -> model.state().get() == RunState.FINISHED);
        hand.still();
        hand.picture(name + "finished");
        hand.clickNode(2, MouseButton.SECONDARY);
        Thread.sleep(300);
        var menu = Stagehand.fx(() -> Window.getWindows().stream()
                .filter(window -> window instanceof javafx.scene.control.ContextMenu)
                .findFirst().orElseThrow());
        Stagehand.save(Stagehand.fx(() -> menu.getScene().getRoot().snapshot(null, null)), name + "menu");
        hand.does(menu::hide);
        hand.does(() -> hand.shell.tree().requestFocus());
        hand.type(KeyCode.E);
        hand.picture(name + "edit");
        hand.does(() -> hand.find("thought", TextInputControl.class).setText("Let me add carefully."));
        hand.click("put");
        hand.until(() -> model.state().get() == RunState.FINISHED && model.progress().get().simulations() > 8);
        hand.does(() -> model.debugger().breakpoints().toggle(3));
        hand.does(() -> model.debugger().pin(4, true));
        hand.until(() -> model.state().get() == RunState.FINISHED && model.debugger().marks().isPinned(4));
        hand.does(() -> model.debugger().focus(1));
        hand.until(() -> model.state().get() == RunState.FINISHED && model.debugger().marks().hasFocus());
        hand.still();
        hand.picture(name + "marks");
        hand.does(() -> hand.shell.tree().steering().show(2));
        Thread.sleep(900);
        hand.picture(name + "near");
        hand.type(KeyCode.F1);
        hand.picture(name + "keys");
        hand.type(KeyCode.ESCAPE);
        hand.does(() -> model.inspector().selected().set(4));
        Thread.sleep(200);
        var pane = Stagehand.fx(() -> hand.shell.root().lookup(".token-pane"));
        var place = Stagehand.fx(() -> pane.localToScreen(new javafx.geometry.BoundingBox(2, 2, 8, 16)));
        hand.click(place, MouseButton.PRIMARY);
        hand.picture(name + "token");
        hand.type(KeyCode.ESCAPE);
        hand.does(() -> {
            for (var kind : Kind.values()) {
                model.debugger().breakpoints().add(DebuggerBreakpoint.usual(kind).withText("= 6"));
            }
        });
        hand.click("breakpoints");
        hand.picture(name + "breakpoints");
        hand.click("kind-text");
        hand.does(() -> hand.find("expression", TextInputControl.class).setText("= (4"));
        hand.picture(name + "expression");
        hand.type(KeyCode.ESCAPE);
        hand.does(() -> model.ask(false));
        hand.until(() -> model.debugger().hold().get().isHeld());
        hand.still();
        hand.picture(name + "held");
        hand.does(() -> model.stop());
        trace(hand, name);
    }

    /// What another system wrote, as the model that ships sees it.
    private static void trace(Stagehand hand, String name) throws Exception {
        var model = hand.model;
        hand.does(() -> {
            model.debugger().breakpoints().items().stream().toList().forEach(model.debugger().breakpoints()::remove);
            model.traces().text().set("<think>\nFirst a plan.\nTom starts with 45 apples.\n45 + 23 = 58.\nWait, 45 + 23 = 68.\n"
                    + "68 - 12 = 56.\n</think>\n\nThe answer is 56.");
        });
        hand.until(() -> model.traces().found().get().lines() > 0);
        hand.does(() -> {
            model.traces().question().set(model.asked().samples().getFirst());
            model.traces().show();
        });
        hand.until(() -> model.traces().taken().get() && model.state().get() == RunState.FINISHED);
        hand.does(() -> model.inspector().selected().set(3));
        hand.still();
        hand.picture(name + "trace");
    }
}
