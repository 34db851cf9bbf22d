package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.Key;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All keys of the page in view at a glance, over a dimmed window. Any key or click puts it away.
final class HelpCard extends StackPane {
    private static final int COLUMNS = 3;
    private static final double MARGIN = 32;
    private static final double WIDTH = 1240;
    /// Keys of the tree itself, which are no commands.
    private static final List<String> OF_TREE = List.of("ask", "near", "zoom");
    /// Commands that one line tells of, by the name of the line.
    private static final SequencedMap<String, List<String>> TOGETHER = together();

    private static SequencedMap<String, List<String>> together() {
        var lines = new LinkedHashMap<String, List<String>>();
        lines.put("walk", List.of("tree.walk.parent", "tree.walk.up", "tree.walk.child", "tree.walk.down"));
        lines.put("branches", List.of(
                "tree.walk.forkBefore", "tree.walk.siblingAbove", "tree.walk.forkAfter", "tree.walk.siblingBelow"));
        lines.put("ends", List.of("tree.walk.root", "tree.walk.best"));
        lines.put("pan", List.of("tree.pan.left", "tree.pan.up", "tree.pan.right", "tree.pan.down"));
        lines.put("simulation", List.of("back", "forward"));
        lines.put("finding", List.of("finding.previous", "finding.next"));
        lines.put("selection", List.of("selection.back", "selection.forward"));
        lines.put("bookmark", List.of("tree.bookmark.previous", "tree.bookmark.next"));
        return Collections.unmodifiableSequencedMap(lines);
    }

    private record Row(String keys, String does) {}

    private final CommandList commands;
    private final Pages pages;
    private final GridPane columns = new GridPane();

    HelpCard(CommandList commands, Pages pages) {
        this.commands = commands;
        this.pages = pages;
        getStyleClass().add("help-shade");
        var title = new Label(Messages.get("help.title"));
        title.getStyleClass().add("help-title");
        columns.getStyleClass().add("help-columns");
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            columns.getColumnConstraints().add(column);
        }
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.prefViewportHeightProperty().bind(columns.heightProperty());
        scroll.getStyleClass().add("edge-to-edge");
        var card = new VBox(title, scroll);
        card.getStyleClass().add("help-card");
        card.setAlignment(Pos.TOP_LEFT);
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        StackPane.setMargin(card, new Insets(MARGIN));
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
        int inColumn = (rows.size() + COLUMNS - 1) / COLUMNS;
        for (int from = 0; from < rows.size(); from += inColumn) {
            var grid = new GridPane();
            grid.getStyleClass().add("help-grid");
            rows.subList(from, Math.min(rows.size(), from + inColumn)).forEach(row -> add(grid, row));
            columns.add(grid, from / inColumn, 0);
        }
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        if (pages.current().map(Page::id).filter(TreePage.ID::equals).isPresent()) {
            OF_TREE.forEach(name -> rows.add(new Row(Messages.get("help." + name + ".key"), Messages.get("help." + name))));
        }
        var told = new HashSet<String>();
        TOGETHER.forEach((name, ids) -> {
            var keys = ids.stream()
                    .flatMap(id -> commands.inReach().stream().filter(entry -> entry.command().id().equals(id)))
                    .flatMap(entry -> entry.command().keys().stream().limit(1))
                    .toList();
            told.addAll(ids);
            if (!keys.isEmpty()) {
                rows.add(new Row(Key.words(keys), ShellWords.get("help." + name)));
            }
        });
        goTo(told).ifPresent(rows::add);
        for (var entry : commands.inReach()) {
            if (!entry.command().keys().isEmpty() && !told.contains(entry.command().id())) {
                rows.add(new Row(keys(entry.command()), entry.command().title()));
            }
        }
        return rows;
    }

    /// The keys of the pages, the first and the last.
    private Optional<Row> goTo(Set<String> told) {
        var ways = commands.inReach().stream()
                .filter(entry -> entry.command().id().startsWith("go.") && !entry.command().keys().isEmpty())
                .toList();
        ways.forEach(entry -> told.add(entry.command().id()));
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(new Row(
                        keys(ways.getFirst().command()) + " … " + keys(ways.getLast().command()),
                        ShellWords.get("help.pages")));
    }

    private static String keys(Command command) {
        return command.keys().getFirst().words();
    }

    private static void add(GridPane grid, Row row) {
        var key = new Label(row.keys());
        key.getStyleClass().add("help-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        var what = new Label(row.does());
        what.setWrapText(true);
        GridPane.setHgrow(what, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), key, what);
    }
}
