package dev.thoughtscope.view.inspector;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.TokenView;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What else was probable at a token's place, with bars.
final class AlternativesCard extends VBox {
    private static final double BAR = 110;
    private static final double BAR_HEIGHT = 9;

    AlternativesCard() {
        getStyleClass().add("alternatives");
        getStylesheets().add(AlternativesCard.class.getResource("Inspector.css").toExternalForm());
        setMouseTransparent(true);
    }

    void show(TokenView token) {
        var name = new Label(visible(token.text()));
        name.getStyleClass().add("token");
        getChildren().setAll(name);
        if (token.choices().isEmpty()) {
            fact(Messages.get("token.unknown"));
            return;
        }
        fact(Messages.get("token.confidence", Messages.value(token.confidence())));
        if (!token.chosen()) {
            fact(Messages.get("token.given"));
        }
        if (!Double.isNaN(token.entropy())) {
            fact(Messages.get("token.entropy", token.entropy()));
        }
        var grid = new GridPane(8, 4);
        int row = 0;
        for (var choice : token.choices()) {
            addRow(grid, row++, choice);
        }
        getChildren().add(grid);
    }

    private void fact(String text) {
        var label = new Label(text);
        label.getStyleClass().add("facts");
        getChildren().add(label);
    }

    private static void addRow(GridPane grid, int row, TokenView.Choice choice) {
        var mark = FontIcon.of(choice.taken() ? Feather.CHECK : Feather.MINUS, 12);
        mark.setOpacity(choice.taken() ? 1 : 0);
        var word = new Label(visible(choice.text()));
        word.getStyleClass().add("word");
        word.setMaxWidth(150);
        var bar = new Region();
        bar.getStyleClass().add("bar");
        bar.setMinSize(Math.max(2, BAR * choice.probability()), BAR_HEIGHT);
        bar.setMaxSize(Math.max(2, BAR * choice.probability()), BAR_HEIGHT);
        var chance = new Label(Messages.percent(choice.probability()));
        chance.getStyleClass().add("chance");
        chance.setMinWidth(48);
        chance.setAlignment(Pos.CENTER_RIGHT);
        if (choice.taken()) {
            word.getStyleClass().add("taken");
            bar.getStyleClass().add("taken");
        }
        var space = new Region();
        space.setMinWidth(BAR);
        grid.add(mark, 0, row);
        grid.add(word, 1, row);
        grid.add(space, 2, row);
        grid.add(bar, 2, row);
        grid.add(chance, 3, row);
    }

    static String visible(String text) {
        return text.isEmpty() ? "…" : text.replace(' ', '␣').replace("\n", "⏎").replace("\t", "⇥");
    }
}
