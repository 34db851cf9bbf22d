package dev.thoughtscope.view.debugger;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Controls as the debugger's cards and bars have them.
final class Parts {
    private static final double TIP_WIDTH = 340;

    private Parts() {}

    /// A button that is an icon, with a sentence that tells what it does.
    static Button icon(Feather icon, String sentence, Runnable action) {
        var button = new Button();
        button.setGraphic(FontIcon.of(icon, 16));
        button.getStyleClass().addAll("button-icon", "hand-button");
        tell(button, sentence);
        button.setOnAction(_ -> action.run());
        return button;
    }

    static Button text(String text, Feather icon, Runnable action) {
        var button = new Button(text, FontIcon.of(icon, 15));
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    static void tell(Button button, String sentence) {
        button.setAccessibleText(sentence);
        button.setTooltip(tip(sentence));
    }

    static Tooltip tip(String sentence) {
        var tip = new Tooltip(sentence);
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        tip.setShowDelay(Duration.millis(450));
        tip.setShowDuration(Duration.seconds(30));
        return tip;
    }

    static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    static void show(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
