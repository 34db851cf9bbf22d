package dev.thoughtscope.view.models;

import dev.thoughtscope.models.ModelScan;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.view.theme.Tips;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small pieces of the page.
final class Parts {
    private Parts() {}

    static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    static Label wrapped(String text, String style) {
        var label = label(text, style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label fact(String text, String explanation) {
        var fact = label(text, "fact");
        Tips.setText(fact, explanation);
        return fact;
    }

    /// Something that can be taken away.
    static Button chip(String text, String removal) {
        var chip = new Button(text, FontIcon.of(Feather.X, 12));
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("small", "chip");
        chip.setAccessibleText(removal);
        Tips.setText(chip, removal);
        return chip;
    }

    /// A model in a word or two.
    static String name(ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.Shipped _ -> Words.get("origin.shipped");
            case ModelChoice.File(var file, var _) -> ModelScan.title(file);
            case ModelChoice.Server server -> server.address();
        };
    }
}
