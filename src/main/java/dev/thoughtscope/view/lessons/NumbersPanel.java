package dev.thoughtscope.view.lessons;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.AnswerRow;
import dev.thoughtscope.viewmodel.ChoiceRow;
import dev.thoughtscope.viewmodel.Mark;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A small table beneath the tree: the arithmetic of a selection, or the answers found.
final class NumbersPanel extends VBox {
    private static final double BAR = 130;
    private final Label caption = new Label();
    private final GridPane grid = new GridPane();

    NumbersPanel() {
        getStyleClass().addAll("lesson-panel", "numbers-panel");
        caption.getStyleClass().add("panel-caption");
        grid.getStyleClass().add("numbers-grid");
        HBox.setHgrow(grid, Priority.ALWAYS);
        var scroll = new ScrollPane(new HBox(grid));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("panel-scroll");
        getChildren().addAll(caption, scroll);
    }

    private void begin(String title, String... heads) {
        caption.setText(title);
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < heads.length; i++) {
            var head = new Label(heads[i]);
            head.getStyleClass().addAll("head", i == 0 ? "first" : "number");
            head.setMinWidth(USE_PREF_SIZE);
            grid.add(head, i, 0);
            var column = new ColumnConstraints();
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.NEVER);
            grid.getColumnConstraints().add(column);
        }
    }

    /// @param rows the children of the selected node
    void choices(List<ChoiceRow> rows) {
        begin(Words.get("panel.choices"), Words.get("panel.branch"), Words.get("panel.visits"), Words.get("panel.value"),
                "", Words.get("panel.bonus"), "", Words.get("panel.score"), "");
        int row = 1;
        for (var choice : rows) {
            String style = choice.next() ? "next" : "plain";
            String bonus = Double.isInfinite(choice.bonus()) ? "∞" : Messages.value(choice.bonus());
            String sum = Double.isInfinite(choice.bonus()) ? "∞" : Messages.value(choice.sum());
            add(row++, style, text(choice.text(), "first"), number(String.valueOf(choice.visits())),
                    number(Messages.value(choice.value())), number("+"), number(bonus), number("="), number(sum),
                    number(choice.next() ? "◀ " + Words.get("panel.next") : ""));
        }
    }

    void answers(List<AnswerRow> rows) {
        begin(Words.get("panel.answers"), Words.get("panel.answer"), "", Words.get("panel.votes"), Words.get("panel.meanvalue"), "");
        int row = 1;
        double most = rows.isEmpty() ? 1 : rows.getFirst().share();
        for (var answer : rows) {
            var bar = new Region();
            bar.getStyleClass().addAll("share-bar", row == 1 ? "best" : "plain");
            bar.setMinWidth(Math.max(3, BAR * answer.share() / most));
            bar.setMaxWidth(Math.max(3, BAR * answer.share() / most));
            add(row, row == 1 ? "next" : "plain", text(answer.answer(), "first"), mark(answer.mark()),
                    number(String.valueOf(answer.votes())), number(Messages.value(answer.value())), bar);
            row++;
        }
    }

    private static Node mark(Mark mark) {
        var icon = FontIcon.of(
                switch (mark) {
                    case RIGHT -> Feather.CHECK;
                    case WRONG -> Feather.X;
                    case NONE -> Feather.MINUS;
                },
                14);
        icon.getStyleClass().addAll("row-mark", mark.name().toLowerCase(Locale.ROOT));
        icon.setAccessibleText(Words.get("mark." + mark.name().toLowerCase(Locale.ROOT)));
        return icon;
    }

    private static Label text(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Label number(String text) {
        var label = text(text, "number");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void add(int row, String style, Node... cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i].getStyleClass().add(style);
            grid.add(cells[i], i, row);
        }
    }
}
