package dev.thoughtscope.view.lessons;

import dev.thoughtscope.lessons.Block;
import dev.thoughtscope.lessons.Facts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The text of a lesson as nodes, its figures read from the run.
final class Prose {
    private final Facts facts;

    Prose(Facts facts) {
        this.facts = facts;
    }

    VBox of(List<Block> blocks) {
        var column = new VBox();
        column.getStyleClass().add("prose");
        blocks.forEach(block -> column.getChildren().add(node(block)));
        return column;
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> flow(paragraph.text());
            case Block.Items items -> items(items);
            case Block.Quote quote -> quote(quote);
            case Block.Code code -> code(code);
            case Block.Table table -> table(table);
        };
    }

    private TextFlow flow(List<Block.Inline> inlines) {
        var flow = new TextFlow();
        flow.getStyleClass().add("prose-text");
        for (var inline : inlines) {
            var text = new Text(inline instanceof Block.Read read ? facts.read(read.figure()) : ((Block.Words) inline).text());
            text.getStyleClass().add("words");
            if (inline.strong()) {
                text.getStyleClass().add("strong");
            }
            if (inline.code()) {
                text.getStyleClass().add("code");
            }
            if (inline instanceof Block.Words words && words.emphasised()) {
                text.getStyleClass().add("emphasised");
            }
            if (inline instanceof Block.Read) {
                text.getStyleClass().add("figure");
            }
            flow.getChildren().add(text);
        }
        return flow;
    }

    private VBox items(Block.Items items) {
        var column = new VBox();
        column.getStyleClass().add("prose-items");
        int number = 1;
        for (var item : items.items()) {
            var bullet = new Label(items.numbered() ? number++ + "." : "•");
            bullet.getStyleClass().add("bullet");
            bullet.setMinWidth(Label.USE_PREF_SIZE);
            var text = of(item);
            HBox.setHgrow(text, Priority.ALWAYS);
            column.getChildren().add(new HBox(bullet, text));
        }
        return column;
    }

    private VBox quote(Block.Quote quote) {
        var box = of(quote.text());
        box.getStyleClass().add("prose-quote");
        return box;
    }

    private Label code(Block.Code code) {
        var label = new Label(facts.words(code.text()));
        label.getStyleClass().add("prose-code");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private GridPane table(Block.Table table) {
        var grid = new GridPane();
        grid.getStyleClass().add("prose-table");
        for (int row = 0; row < table.rows().size(); row++) {
            var cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                var cell = new Label(facts.words(cells.get(column)));
                cell.getStyleClass().addAll("cell", row == 0 ? "head" : "body");
                cell.setMaxWidth(Double.MAX_VALUE);
                cell.setWrapText(column == 0);
                if (column > 0) {
                    cell.setMinWidth(Label.USE_PREF_SIZE);
                    cell.getStyleClass().add("number");
                } else {
                    GridPane.setHgrow(cell, Priority.ALWAYS);
                }
                grid.add(cell, column, row);
            }
        }
        return grid;
    }
}
