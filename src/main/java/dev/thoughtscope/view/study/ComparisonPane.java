package dev.thoughtscope.view.study;

import dev.thoughtscope.study.Comparison;
import dev.thoughtscope.study.figures.Interval;
import dev.thoughtscope.viewmodel.study.Compared;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Two studies beside each other: methods in a table, then the problems that only one of them solved, each with both runs.
final class ComparisonPane extends BorderPane {
    private static final String[] COLUMNS = {"method", "problems", "first", "second", "only", "difference", "chance"};

    private static final double MOST_OF_METHODS = 0.6;

    private final Consumer<Path> onOpen;
    private final ListView<Comparison.Change> changes = new ListView<>();
    private final ScrollPane methods = new ScrollPane();
    private Compared shown;

    ComparisonPane(Consumer<Path> onOpen) {
        this.onOpen = onOpen;
        getStyleClass().add("comparison");
        changes.setCellFactory(_ -> new ChangeCell());
        changes.setAccessibleText(Words.get("compare.changes"));
        changes.setPlaceholder(label(Words.get("compare.same"), "hint"));
        setCenter(changes);
        setMinSize(0, 0);
        methods.setFitToWidth(true);
        methods.setMinHeight(0);
        methods.maxHeightProperty().bind(heightProperty().multiply(MOST_OF_METHODS));
        setTop(methods);
    }

    void show(Compared compared) {
        shown = compared;
        var rows = compared.comparison().rows();
        var grid = new GridPane();
        grid.getStyleClass().add("grid");
        for (int i = 0; i < COLUMNS.length; i++) {
            grid.add(label(Words.get("compare." + COLUMNS[i]), "caption"), i, 0);
        }
        int line = 1;
        for (var row : rows) {
            grid.addRow(
                    line++,
                    label(row.method(), "name"),
                    label(String.valueOf(row.problems()), "figure"),
                    label(share(row.first()), "figure"),
                    label(share(row.second()), "figure"),
                    label(Words.get("compare.split", row.onlyFirst(), row.onlySecond()), "figure"),
                    label(Words.get(
                            row.difference().excludesZero() ? "compare.beyond" : "compare.maybe",
                            100 * row.difference().estimate(), 100 * row.difference().low(), 100 * row.difference().high()), "figure"),
                    label(String.format("%.3f", row.chance()), "figure"));
        }
        var box = new VBox(
                label(Words.get("compare.with", compared.other()), "name"),
                rows.isEmpty() ? label(Words.get("compare.nothing"), "name") : grid,
                label(Words.get("compare.changes"), "caption"));
        box.getStyleClass().add("box");
        methods.setContent(box);
        changes.getItems().setAll(compared.comparison().changed());
    }

    private static String share(Interval interval) {
        return Words.get("compare.share",
                Words.percent(interval.estimate()), Words.percent(interval.low()), Words.percent(interval.high()));
    }

    private static Label label(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    private final class ChangeCell extends ListCell<Comparison.Change> {
        @Override
        protected void updateItem(Comparison.Change change, boolean empty) {
            super.updateItem(change, empty);
            setText(null);
            setGraphic(empty || change == null ? null : content(change));
        }

        private HBox content(Comparison.Change change) {
            var mark = FontIcon.of(change.mended() ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, 14);
            mark.getStyleClass().add(change.mended() ? "right" : "wrong");
            String none = Words.get("row.none");
            String before = change.before().isEmpty() ? none : change.before();
            String after = change.after().isEmpty() ? none : change.after();
            var words = label(
                    Words.get(
                            change.mended() ? "compare.mended" : "compare.damaged",
                            change.method(), change.problem().id(), before, after, change.problem().answer()),
                    "change");
            var question = new Label(change.problem().question());
            question.getStyleClass().add("facts");
            question.setTooltip(new Tooltip(change.problem().question()));
            var text = new VBox(words, question);
            text.setPrefWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            var line = new HBox(mark, text);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("line");
            line.setPrefWidth(0);
            add(line, shown.firstLog(change), "compare.open.first");
            add(line, shown.secondLog(change), "compare.open.second");
            return line;
        }

        private void add(HBox line, Optional<Path> log, String key) {
            log.ifPresent(file -> {
                var open = new Button(Words.get(key), FontIcon.of(Feather.GIT_BRANCH, 12));
                open.setMinWidth(Region.USE_PREF_SIZE);
                open.setOnAction(_ -> onOpen.accept(file));
                line.getChildren().add(open);
            });
        }
    }
}
