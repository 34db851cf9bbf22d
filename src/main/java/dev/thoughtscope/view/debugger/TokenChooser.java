package dev.thoughtscope.view.debugger;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.TokenView;
import dev.thoughtscope.viewmodel.WindowModel;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What else was probable at a token's place; choosing one lets the search go on from it.
final class TokenChooser {
    private static final double BAR = 110;
    private static final double BAR_HEIGHT = 9;

    private final WindowModel window;
    private final Floating floating;

    TokenChooser(WindowModel window, Floating floating) {
        this.window = window;
        this.floating = floating;
    }

    /// @param place in the scene
    void show(int token, Bounds place) {
        var detail = window.inspector().detail().get();
        if (detail == null || token < 0 || token >= detail.tokens().size()) {
            return;
        }
        var shown = detail.tokens().get(token);
        boolean possible = window.debugger().can(dev.thoughtscope.viewmodel.DebuggerChange.Kind.FORCE, detail.node());
        var title = new Label(visible(shown.text()), FontIcon.of(Feather.GIT_BRANCH, 15));
        title.getStyleClass().addAll("card-title", "token");
        boolean any = shown.choices().size() > 1;
        var hint = Parts.label(Words.get(any ? "token.hint" : "token.none"), "hint");
        var rows = new VBox(2);
        for (int i = 0; i < shown.choices().size(); i++) {
            rows.getChildren().add(row(detail.node(), token, i, shown.choices().get(i), possible));
        }
        var card = new VBox(8, title, hint, rows);
        card.setId("token-card");
        card.setPrefWidth(330);
        card.setMaxWidth(330);
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> walk(event, rows));
        floating.show(card, place, null);
        rows.getChildren().stream().filter(row -> !row.isDisabled()).findFirst().ifPresent(javafx.scene.Node::requestFocus);
    }

    /// Up and down, and Enter for the one that has the focus.
    private static void walk(KeyEvent event, VBox rows) {
        if (event.getCode() == KeyCode.ENTER) {
            rows.getChildren().stream().filter(javafx.scene.Node::isFocused).findFirst()
                    .ifPresent(row -> ((Button) row).fire());
            event.consume();
        }
    }

    private Button row(int node, int token, int index, TokenView.Choice choice, boolean possible) {
        var mark = FontIcon.of(choice.taken() ? Feather.CHECK : Feather.CORNER_DOWN_RIGHT, 13);
        var word = new Label(visible(choice.text()));
        word.getStyleClass().add("word");
        word.setPrefWidth(110);
        var bar = new Region();
        bar.getStyleClass().add("bar");
        bar.setMinSize(Math.max(2, BAR * choice.probability()), BAR_HEIGHT);
        bar.setMaxSize(Math.max(2, BAR * choice.probability()), BAR_HEIGHT);
        var track = new StackPane(bar);
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        track.setMinWidth(BAR);
        var chance = new Label(Messages.percent(choice.probability()));
        chance.getStyleClass().add("chance");
        chance.setMinWidth(52);
        chance.setAlignment(Pos.CENTER_RIGHT);
        var content = new HBox(8, mark, word, track, chance);
        content.setAlignment(Pos.CENTER_LEFT);
        var row = new Button();
        row.setGraphic(content);
        row.getStyleClass().add("token-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setId("choice-" + index);
        row.setDisable(choice.taken() || !possible);
        row.setAccessibleText(Words.get(
                choice.taken() ? "token.taken" : "token.choose", visible(choice.text()), chance.getText()));
        if (choice.taken()) {
            row.getStyleClass().add("taken");
        }
        row.setOnAction(_ -> {
            floating.close();
            window.debugger().force(node, token, index);
        });
        return row;
    }

    private static String visible(String text) {
        return text.isEmpty() ? "…" : text.replace(' ', '␣').replace("\n", "⏎").replace("\t", "⇥");
    }
}
