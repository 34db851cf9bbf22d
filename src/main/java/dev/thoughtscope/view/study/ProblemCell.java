package dev.thoughtscope.view.study;

import dev.thoughtscope.viewmodel.study.ProblemRow;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A problem, its answer, and a way into what the model thought.
final class ProblemCell extends ListCell<ProblemRow> {
    private final Consumer<ProblemRow> onOpen;

    ProblemCell(Consumer<ProblemRow> onOpen) {
        this.onOpen = onOpen;
    }

    @Override
    protected void updateItem(ProblemRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(empty || row == null ? null : content(row));
    }

    private VBox content(ProblemRow row) {
        var mark = FontIcon.of(row.right() ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, 14);
        mark.getStyleClass().add(row.right() ? "right" : "wrong");
        var answer = new Label(row.answer().isEmpty() ? Words.get("row.none") : row.answer());
        answer.getStyleClass().add("answer");
        var facts = new Label(Double.isNaN(row.value())
                ? row.method()
                : Words.get("row.facts", row.method(), Words.percent(row.value())));
        facts.getStyleClass().add("facts");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(mark, answer, space);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        if (row.log().isPresent()) {
            var open = new Button("", FontIcon.of(Feather.GIT_BRANCH, 12));
            open.getStyleClass().addAll("flat", "button-icon");
            open.setMinWidth(Region.USE_PREF_SIZE);
            open.setAccessibleText(Words.get("row.open"));
            open.setTooltip(new Tooltip(Words.get("row.open")));
            open.setOnAction(_ -> onOpen.accept(row));
            line.getChildren().add(open);
        }
        var question = new Label(row.question());
        question.setTooltip(wide(row.question()));
        question.getStyleClass().add("question-text");
        var box = new VBox(line, question);
        if (!row.right()) {
            box.getChildren().add(facts(Words.get("row.expected", row.expected())));
        }
        box.getChildren().add(facts);
        box.getStyleClass().add("problem");
        box.setPrefWidth(0);
        return box;
    }

    private static Tooltip wide(String words) {
        var tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        return tip;
    }

    private static Label facts(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("facts");
        return label;
    }
}
