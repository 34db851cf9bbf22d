package dev.thoughtscope.view.debugger;

import dev.thoughtscope.view.theme.Tips;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Controls as the debugger's cards and bars have them.
final class Parts {

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
        Tips.setText(button, sentence);
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
