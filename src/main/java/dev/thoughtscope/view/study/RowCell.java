package dev.thoughtscope.view.study;

import dev.thoughtscope.viewmodel.study.ProblemRow;
import dev.thoughtscope.viewmodel.study.StudyRow;
import dev.thoughtscope.viewmodel.study.TokenRow;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A problem with its answer and a way into what the model thought, or a token with the thought before it.
final class RowCell extends ListCell<StudyRow> {
    private final Consumer<Path> onOpen;

    RowCell(Consumer<Path> onOpen) {
        this.onOpen = onOpen;
    }

    @Override
    protected void updateItem(StudyRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(empty || row == null ? null : content(row));
    }

    private Node content(StudyRow row) {
        return switch (row) {
            case ProblemRow problem -> problem(problem);
            case TokenRow token -> token(token);
        };
    }

    private VBox problem(ProblemRow row) {
        var mark = FontIcon.of(row.right() ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, 14);
        mark.getStyleClass().add(row.right() ? "right" : "wrong");
        var answer = new Label(row.answer().isEmpty() ? Words.get("row.none") : row.answer());
        answer.getStyleClass().add("answer");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(mark, answer, space);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        row.log().ifPresent(log -> line.getChildren().add(open(log)));
        var question = new Label(row.question());
        question.setTooltip(wide(row.question()));
        question.getStyleClass().add("question-text");
        var box = box(line, question);
        if (!row.right()) {
            box.getChildren().add(facts(Words.get("row.expected", row.expected())));
        }
        box.getChildren().add(facts(Double.isNaN(row.value())
                ? row.method()
                : Words.get("row.facts", row.method(), Words.percent(row.value()))));
        return box;
    }

    private Button open(Path log) {
        var open = new Button("", FontIcon.of(Feather.GIT_BRANCH, 12));
        open.getStyleClass().addAll("flat", "button-icon");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setAccessibleText(Words.get("row.open"));
        open.setTooltip(new Tooltip(Words.get("row.open")));
        open.setOnAction(_ -> onOpen.accept(log));
        return open;
    }

    private static VBox token(TokenRow row) {
        var gain = new Label(Words.get("row.gain", row.gain()));
        gain.getStyleClass().add("answer");
        var mark = FontIcon.of(row.gain() >= 0 ? Feather.TRENDING_UP : Feather.TRENDING_DOWN, 14);
        mark.getStyleClass().add(row.gain() >= 0 ? "right" : "wrong");
        var line = new HBox(mark, gain);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        var text = new TextFlow(part(row.before(), "beside"), part(row.token(), "token"), part(row.after(), "beside"));
        return box(
                line,
                text,
                facts(Words.get("row.thought", row.thought().strip())),
                facts(Words.get("row.surprise", row.surprise())));
    }

    private static Text part(String words, String style) {
        var text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private static VBox box(Node... parts) {
        var box = new VBox(parts);
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
