package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Tips;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Something that the window offers to do, above everything and in nobody's way.
final class OfferBar extends HBox {
    private final Label words = new Label();
    private final Button accept = new Button();
    private Runnable onRefused = () -> {};

    OfferBar(String id) {
        getStyleClass().add("offer");
        setId(id);
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        accept.getStyleClass().addAll("small", "accent");
        accept.setMinWidth(Region.USE_PREF_SIZE);
        var close = new Button(null, FontIcon.of(Feather.X, 14));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setAccessibleText(Messages.get("banner.close"));
        Tips.setText(close, Messages.get("banner.close"));
        close.setOnAction(_ -> {
            withdraw();
            onRefused.run();
        });
        getChildren().addAll(FontIcon.of(Feather.INFO, 16), words, accept, close);
        withdraw();
    }

    /// @param refused what to do when it is put away
    void offer(String sentence, String action, Runnable accepted, Runnable refused) {
        words.setText(sentence);
        accept.setText(action);
        accept.setOnAction(_ -> {
            withdraw();
            accepted.run();
        });
        onRefused = refused;
        setVisible(true);
        setManaged(true);
    }

    void withdraw() {
        setVisible(false);
        setManaged(false);
    }

}
