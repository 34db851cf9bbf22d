package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.StripModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What went wrong, and a way out where there is one.
final class StripBanner extends HBox {
    StripBanner(StripModel model) {
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        var trouble = new Label();
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        trouble.textProperty().bind(model.trouble());
        HBox.setHgrow(trouble, Priority.ALWAYS);
        var freely = new Button(Words.get("freeText.offer"), FontIcon.of(Feather.EDIT_3, 14));
        freely.setId("think-freely");
        freely.setMinWidth(USE_PREF_SIZE);
        freely.setOnAction(_ -> model.thinkInFreeText());
        freely.visibleProperty().bind(model.lacksMarkers());
        freely.managedProperty().bind(model.lacksMarkers());
        var close = new Button("", FontIcon.of(Feather.X, 14));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setAccessibleText(Words.get("banner.close"));
        close.setOnAction(_ -> model.trouble().set(""));
        getChildren().addAll(FontIcon.of(Feather.ALERT_CIRCLE, 16), trouble, freely, close);
        var shown = model.trouble().isNotEmpty();
        visibleProperty().bind(shown);
        managedProperty().bind(shown);
    }
}
