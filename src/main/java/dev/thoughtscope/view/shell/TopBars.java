package dev.thoughtscope.view.shell;

import dev.thoughtscope.viewmodel.WindowModel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What stands above everything for a while: what went wrong, and what is offered.
final class TopBars {
    private final WindowModel model;
    private final VBox bars = new VBox();

    /// @param frame of the window, at whose top the banner stands already
    TopBars(WindowModel model, BorderPane frame) {
        this.model = model;
        bars.getChildren().add(frame.getTop());
        frame.setTop(bars);
    }

    void trouble(HBox banner, Label sentence, Button close) {
        sentence.textProperty().bind(model.trouble());
        var shown = model.trouble().isNotEmpty();
        banner.visibleProperty().bind(shown);
        banner.managedProperty().bind(shown);
        close.setOnAction(_ -> model.trouble().set(""));
    }

    OfferBar offer(String id) {
        var bar = new OfferBar(id);
        bars.getChildren().add(bar);
        return bar;
    }
}
