package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.Key;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All keys of the page in view at a glance, over a dimmed window. Any key or click puts it away.
final class HelpCard extends StackPane {
    private static final int ROWS = 17;
    /// Keys of the tree itself, which are no commands.
    private static final List<String> OF_TREE = List.of("ask", "walk", "branches", "ends", "near", "zoom", "pan");

    private record Row(String keys, String does) {}

    private final CommandList commands;
    private final Pages pages;
    private final HBox columns = new HBox();

    HelpCard(CommandList commands, Pages pages) {
        this.commands = commands;
        this.pages = pages;
        getStyleClass().add("help-shade");
        var title = new Label(Messages.get("help.title"));
        title.getStyleClass().add("help-title");
        columns.getStyleClass().add("help-columns");
        var card = new VBox(title, columns);
        card.getStyleClass().add("help-card");
        card.setAlignment(Pos.TOP_LEFT);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        setOnMousePressed(_ -> setVisible(false));
        setVisible(false);
    }

    void toggle() {
        if (!isVisible()) {
            fill();
        }
        setVisible(!isVisible());
    }

    private void fill() {
        var rows = rows();
        columns.getChildren().clear();
        for (int from = 0; from < rows.size(); from += ROWS) {
            var grid = new GridPane();
            grid.getStyleClass().add("help-grid");
            rows.subList(from, Math.min(rows.size(), from + ROWS)).forEach(row -> add(grid, row));
            columns.getChildren().add(grid);
        }
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        if (pages.current().map(Page::id).filter(TreePage.ID::equals).isPresent()) {
            OF_TREE.forEach(name -> rows.add(new Row(Messages.get("help." + name + ".key"), Messages.get("help." + name))));
        }
        for (var entry : commands.inReach()) {
            if (!entry.command().keys().isEmpty()) {
                rows.add(new Row(keys(entry.command()), entry.command().title()));
            }
        }
        return rows;
    }

    private static String keys(Command command) {
        return command.keys().stream().limit(2).map(Key::words).collect(Collectors.joining("  "));
    }

    private static void add(GridPane grid, Row row) {
        var key = new Label(row.keys());
        key.getStyleClass().add("help-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        var what = new Label(row.does());
        what.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), key, what);
    }
}
