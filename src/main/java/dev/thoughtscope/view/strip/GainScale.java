package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.strip.StripTokens;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// Which colour is which gain.
final class GainScale extends VBox {
    private static final int STEPS = 61;
    private static final double STEP = 5;
    private static final double HEIGHT = 12;

    GainScale() {
        super(3);
        getStyleClass().add("scale");
        setMaxWidth(USE_PREF_SIZE);
    }

    void show(StripTokens tokens, Look look) {
        int ground = Colours.of(look.dark() ? look.ground() : look.surface());
        double full = tokens.fullGain();
        setVisible(full > 0);
        var bar = new HBox();
        for (int i = 0; i < STEPS; i++) {
            double gain = full * (2.0 * i / (STEPS - 1) - 1);
            bar.getChildren().add(new Rectangle(STEP, HEIGHT, Colours.of(tokens.colourOf(gain, ground))));
        }
        bar.setStyle("-fx-border-color: -color-border-muted; -fx-border-width: 1;");
        var labels = new HBox(
                new Label(Words.get("scale.hurts", -full)),
                spring(),
                new Label(Words.get("scale.zero")),
                spring(),
                new Label(Words.get("scale.helps", full)));
        getChildren().setAll(bar, labels);
    }

    private static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
