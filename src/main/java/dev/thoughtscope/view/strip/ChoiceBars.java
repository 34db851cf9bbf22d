package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.StripDetail;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The candidates for a place: two bars each, without and with the best thought.
final class ChoiceBars extends VBox {
    private static final double BAR = 130;
    private static final double THICK = 6;

    ChoiceBars(StripDetail detail) {
        super(7);
        var key = new HBox(swatch("bar-before"), new Label(Words.get("detail.without")), swatch("bar-after"),
                new Label(Words.get("detail.with")));
        key.getStyleClass().add("key");
        key.setAlignment(Pos.CENTER_LEFT);
        var grid = new GridPane();
        grid.getStyleClass().add("choices");
        int row = 0;
        for (var choice : detail.choices()) {
            row(grid, row++, choice);
        }
        getChildren().addAll(key, grid);
    }

    private static Region swatch(String style) {
        var swatch = new Region();
        swatch.getStyleClass().add(style);
        swatch.setMinSize(14, THICK);
        swatch.setMaxSize(14, THICK);
        return swatch;
    }

    private static void row(GridPane grid, int row, StripDetail.Choice choice) {
        var word = new Label(Words.visible(choice.text()));
        word.getStyleClass().add("word");
        word.setMinWidth(78);
        word.setMaxWidth(78);
        if (choice.taken()) {
            word.getStyleClass().add("taken");
        }
        var bars = new VBox(2, bar("bar-before", choice.before()), bar("bar-after", choice.after()));
        bars.setMinWidth(BAR);
        bars.setMaxWidth(BAR);
        bars.setAlignment(Pos.CENTER_LEFT);
        var chance = new Label(Words.get("detail.change", Words.percent(choice.before()), Words.percent(choice.after())));
        chance.getStyleClass().add("chance");
        chance.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(row, word, bars, chance);
    }

    private static Region bar(String style, double share) {
        var bar = new Region();
        bar.getStyleClass().add(style);
        double width = Double.isNaN(share) ? 0 : Math.max(1.5, BAR * share);
        bar.setMinSize(width, THICK);
        bar.setMaxSize(width, THICK);
        return bar;
    }
}
