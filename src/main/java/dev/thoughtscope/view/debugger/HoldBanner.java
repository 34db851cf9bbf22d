package dev.thoughtscope.view.debugger;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.DebuggerHold;
import dev.thoughtscope.viewmodel.DebuggerStride;
import dev.thoughtscope.viewmodel.TokenView;
import dev.thoughtscope.viewmodel.WindowModel;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Tells calmly why a breakpoint holds the search, and what else was probable at that token.
final class HoldBanner extends HBox {
    private static final double WIDTH = 470;

    private final Label why = Parts.label("", "why");
    private final FlowPane choices = new FlowPane(6, 4);

    HoldBanner(WindowModel window) {
        setId("hold-banner");
        getStyleClass().add("hold-banner");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        var words = new VBox(2, Parts.label(Words.get("hold.title"), "caption"), why, choices);
        HBox.setHgrow(words, Priority.ALWAYS);
        var step = Parts.icon(
                Feather.CHEVRON_RIGHT, Words.get("step.token"), () -> window.debugger().step(DebuggerStride.TOKEN));
        var goOn = Parts.text(Messages.get("control.resume"), Feather.PLAY, window::pauseOrResume);
        goOn.getStyleClass().add("small");
        getChildren().addAll(FontIcon.of(Feather.PAUSE_CIRCLE, 20), words, step, goOn);
        window.debugger().hold().subscribe(this::show);
    }

    private void show(DebuggerHold hold) {
        Parts.show(this, hold.isHeld());
        why.setText(HoldWords.of(hold.why()));
        choices.getChildren().clear();
        boolean any = hold.token() != null && hold.token().choices().size() > 1;
        Parts.show(choices, any);
        if (any) {
            hold.token().choices().forEach(choice -> choices.getChildren().add(chip(choice)));
        }
    }

    private static Label chip(TokenView.Choice choice) {
        var chip = new Label(choice.text().replace(' ', '␣').replace("\n", "⏎") + "  "
                + Messages.percent(choice.probability()));
        chip.getStyleClass().add("choice");
        if (choice.taken()) {
            chip.getStyleClass().add("taken");
        }
        return chip;
    }
}
