package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Messages;
import java.util.List;
import java.util.SequencedMap;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All keys at a glance, over a dimmed window. Any key or click puts it away.
final class HelpCard extends StackPane {
    private static final List<String> LEFT = List.of(
            "ask", "question", "space", "pause", "stop", "replay", "simulations", "findings", "open", "save");
    private static final List<String> RIGHT = List.of(
            "walk", "ends", "near", "zoom", "pan", "fit", "follow", "selections", "search", "present", "help");

    private final HBox columns;

    HelpCard() {
        getStyleClass().add("help-shade");
        var title = new Label(Messages.get("help.title"));
        title.getStyleClass().add("help-title");
        columns = new HBox(column(LEFT), column(RIGHT));
        columns.getStyleClass().add("help-columns");
        var card = new VBox(title, columns);
        card.getStyleClass().add("help-card");
        card.setAlignment(Pos.TOP_LEFT);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        setOnMousePressed(_ -> setVisible(false));
        setVisible(false);
    }

    /// Tells of further keys.
    ///
    /// @param keys each with what it does
    public void add(SequencedMap<String, String> keys) {
        var grid = new GridPane();
        grid.getStyleClass().add("help-grid");
        keys.forEach((key, what) -> row(grid, key, what));
        columns.getChildren().add(grid);
    }

    private static GridPane column(List<String> keys) {
        var grid = new GridPane();
        grid.getStyleClass().add("help-grid");
        keys.forEach(name -> row(grid, Messages.get("help." + name + ".key"), Messages.get("help." + name)));
        return grid;
    }

    private static void row(GridPane grid, String keys, String does) {
        var key = new Label(keys);
        key.getStyleClass().add("help-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        var what = new Label(does);
        what.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), key, what);
    }

    void toggle() {
        setVisible(!isVisible());
    }
}
