package dev.thoughtscope.view.inspector;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.ChoiceRow;
import dev.thoughtscope.viewmodel.Mark;
import dev.thoughtscope.viewmodel.NodeDetail;
import dev.thoughtscope.viewmodel.WindowModel;
import javafx.geometry.HPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The tables of the inspector: what the search weighs, and which answers lie beneath.
final class Sections {
    private static final int SHORT = 26;
    private static final int MOST = 12;

    private Sections() {}

    static void choices(VBox box, NodeDetail detail, WindowModel model) {
        box.getChildren().clear();
        boolean any = detail.choices().size() > 1 && detail.visits() > 0;
        box.setVisible(any);
        box.setManaged(any);
        if (!any) {
            return;
        }
        var grid = grid(4);
        String[] heads = {"child", "value", "bonus", "sum"};
        for (int i = 0; i < heads.length; i++) {
            grid.add(label(Messages.get("inspector.choices." + heads[i]), "head"), i, 0);
        }
        int row = 1;
        for (var choice : detail.choices()) {
            if (row > MOST) {
                break;
            }
            choice(grid, row++, choice, model);
        }
        var hint = label(Messages.get("inspector.choices.hint"), "hint");
        hint.setWrapText(true);
        box.getChildren().addAll(label(Messages.get("inspector.choices"), "caption"), hint, grid);
    }

    private static void choice(GridPane grid, int row, ChoiceRow choice, WindowModel model) {
        boolean first = Double.isInfinite(choice.bonus());
        grid.add(link(choice.text(), choice.node(), model), 0, row);
        grid.add(figure(Messages.value(choice.value()), choice.next()), 1, row);
        grid.add(figure(first ? "∞" : Messages.value(choice.bonus()), choice.next()), 2, row);
        String sum = first ? Messages.get("inspector.choices.first") : Messages.value(choice.sum());
        grid.add(figure(sum, choice.next()), 3, row);
    }

    static void below(VBox box, NodeDetail detail, WindowModel model) {
        box.getChildren().clear();
        boolean any = !detail.below().isEmpty() && detail.answer().isEmpty();
        box.setVisible(any);
        box.setManaged(any);
        if (!any) {
            return;
        }
        var grid = grid(3);
        int row = 0;
        for (var answer : detail.below()) {
            if (row >= MOST) {
                break;
            }
            var link = link(answer.answer(), answer.nodes().getFirst(), model);
            if (answer.mark() != Mark.NONE) {
                link.setGraphic(FontIcon.of(answer.mark() == Mark.RIGHT ? Feather.CHECK : Feather.X, 13));
            }
            grid.add(link, 0, row);
            grid.add(figure(Messages.get("answer.votes", answer.votes()), false), 1, row);
            grid.add(figure(Messages.value(answer.value()), false), 2, row);
            row++;
        }
        box.getChildren().addAll(label(Messages.get("inspector.below"), "caption"), grid);
    }

    private static GridPane grid(int columns) {
        var grid = new GridPane();
        grid.getStyleClass().add("choice-grid");
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.NEVER);
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private static Label figure(String text, boolean next) {
        var label = label(text, "figure-cell");
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        if (next) {
            label.getStyleClass().add("next");
        }
        return label;
    }

    private static Hyperlink link(String text, int node, WindowModel model) {
        var link = new Hyperlink(text.length() > SHORT ? text.substring(0, SHORT - 1) + "…" : text);
        link.setAccessibleText(text);
        link.setMinWidth(40);
        link.setOnAction(_ -> model.inspector().selected().set(node));
        return link;
    }
}
