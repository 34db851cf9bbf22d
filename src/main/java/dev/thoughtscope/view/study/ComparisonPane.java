package dev.thoughtscope.view.study;

import dev.thoughtscope.study.Comparison;
import dev.thoughtscope.study.figures.Interval;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Two studies beside each other: methods in a table, then the problems that only one of them solved.
final class ComparisonPane extends ScrollPane {
    private static final String[] COLUMNS = {"method", "problems", "first", "second", "difference", "chance"};

    ComparisonPane() {
        setFitToWidth(true);
        getStyleClass().add("comparison");
    }

    void show(Comparison comparison) {
        var grid = new GridPane();
        grid.getStyleClass().add("grid");
        for (int i = 0; i < COLUMNS.length; i++) {
            grid.add(label(Words.get("compare." + COLUMNS[i]), "caption"), i, 0);
        }
        int line = 1;
        for (var row : comparison.rows()) {
            grid.addRow(
                    line++,
                    label(row.method(), "name"),
                    label(String.valueOf(row.problems()), "figure"),
                    label(share(row.first()), "figure"),
                    label(share(row.second()), "figure"),
                    label(Words.get(
                            row.difference().excludesZero() ? "compare.beyond" : "compare.maybe",
                            100 * row.difference().estimate(), 100 * row.difference().low(), 100 * row.difference().high()), "figure"),
                    label(String.format("%.3f", row.chance()), "figure"));
        }
        var box = new VBox(grid);
        box.getStyleClass().add("box");
        if (comparison.rows().isEmpty()) {
            box.getChildren().setAll(label(Words.get("compare.nothing"), "name"));
        }
        for (var change : comparison.changed()) {
            box.getChildren().add(label(
                    Words.get(
                            change.mended() ? "compare.mended" : "compare.damaged",
                            change.method(), change.problem().id(), change.before(), change.after(), change.problem().answer()),
                    "facts"));
        }
        setContent(box);
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
}
