package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.SearchModel;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Finds text in the tree.
final class SearchBox extends HBox {
    private final SearchModel search;
    private final TextField field = new TextField();
    private final Label found = new Label();
    private final IntConsumer onHit;
    private final Runnable onClose;

    /// @param onHit called with the node that was gone to
    SearchBox(SearchModel search, IntConsumer onHit, Runnable onClose) {
        this.search = search;
        this.onHit = onHit;
        this.onClose = onClose;
        getStyleClass().add("search-box");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        field.setPromptText(Messages.get("search.prompt"));
        field.setAccessibleText(Messages.get("search.prompt"));
        field.textProperty().bindBidirectional(search.query());
        field.setOnAction(_ -> go(1));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        found.setMinWidth(64);
        getChildren().addAll(
                field,
                found,
                button(Feather.CHEVRON_UP, "search.previous", () -> go(-1)),
                button(Feather.CHEVRON_DOWN, "search.next", () -> go(1)),
                button(Feather.X, "search.close", this::close));
        search.count().subscribe(this::refresh);
        search.place().subscribe(this::refresh);
        search.query().subscribe(this::refresh);
        setVisible(false);
    }

    private static Button button(Feather icon, String key, Runnable action) {
        var button = new Button(null, FontIcon.of(icon, 14));
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setAccessibleText(Messages.get(key));
        Tips.setText(button, Messages.get(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void refresh() {
        boolean asked = !search.query().get().isBlank();
        found.setText(asked ? Messages.get("search.found", search.place().get(), search.count().get()) : "");
    }

    private void go(int step) {
        int node = search.go(step);
        if (node >= 0) {
            onHit.accept(node);
        }
    }

    void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    private void close() {
        search.query().set("");
        setVisible(false);
        onClose.run();
    }
}
