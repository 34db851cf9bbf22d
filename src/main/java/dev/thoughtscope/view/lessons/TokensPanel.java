package dev.thoughtscope.view.lessons;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.HeatScale;
import dev.thoughtscope.viewmodel.NodeDetail;
import dev.thoughtscope.viewmodel.TokenView;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/// The tokens of a node on the colours of their confidence, and beside them what else could have stood at the chosen
/// one's place.
final class TokensPanel extends HBox {
    private static final double BAR = 110;

    private final TokenLine line = new TokenLine();
    private final Label head = new Label();
    private final GridPane choices = new GridPane();
    private List<TokenView> tokens = List.of();

    TokensPanel() {
        getStyleClass().addAll("lesson-panel", "tokens-panel");
        var caption = new Label(Words.get("panel.tokens"));
        caption.getStyleClass().add("panel-caption");
        var scroll = new ScrollPane(line);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("panel-scroll");
        var left = new VBox(caption, scroll);
        HBox.setHgrow(left, Priority.ALWAYS);
        head.getStyleClass().add("panel-caption");
        choices.getStyleClass().add("choices-grid");
        var right = new VBox(head, choices);
        right.getStyleClass().add("panel-side");
        right.setMinWidth(230);
        getChildren().addAll(left, right);
        line.setOnChoose(this::tell);
    }

    void show(NodeDetail node, Look look) {
        tokens = node == null ? List.of() : node.tokens();
        head.setText("");
        choices.getChildren().clear();
        line.show(tokens.stream().map(TokenView::text).toList(), tokens.stream().map(token -> colour(token, look)).toList());
    }

    private static Color colour(TokenView token, Look look) {
        return Double.isNaN(token.confidence()) ? look.line() : look.palette().at(HeatScale.WHOLE.place(token.confidence()));
    }

    void point(int token) {
        line.choose(token);
    }

    Bounds place(int token) {
        return line.place(token);
    }

    private void tell(int index) {
        var token = tokens.get(index);
        head.setText(Words.get("panel.confidence", Messages.value(token.confidence())));
        choices.getChildren().clear();
        int row = 0;
        for (var choice : token.choices()) {
            var word = new Label(choice.text().isBlank() ? "⏎" : choice.text().strip());
            word.getStyleClass().addAll("word", choice.taken() ? "taken" : "free");
            var bar = new Region();
            bar.getStyleClass().addAll("choice-bar", choice.taken() ? "taken" : "free");
            bar.setMinWidth(Math.max(2, BAR * choice.probability()));
            bar.setMaxWidth(Math.max(2, BAR * choice.probability()));
            var number = new Label(Messages.value(choice.probability()));
            number.getStyleClass().add("number");
            number.setMinWidth(USE_PREF_SIZE);
            var mark = new Label(choice.taken() ? Words.get("panel.taken") : "");
            mark.getStyleClass().add("mark");
            mark.setMinWidth(USE_PREF_SIZE);
            choices.addRow(row++, word, number, bar, mark);
        }
    }
}
