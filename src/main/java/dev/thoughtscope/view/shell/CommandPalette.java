package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Key;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.shell.CommandList.Entry;
import dev.thoughtscope.viewmodel.palette.Fuzzy;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Every command by a few letters of its name. Enter does the one that is marked, Escape puts the palette away.
final class CommandPalette extends StackPane {
    private static final double WIDTH = 560;
    private static final double ROW = 34;
    private static final int ROWS = 11;

    private final CommandList commands;
    private final TextField query = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final Label none = new Label(ShellWords.get("palette.none"));
    private List<Entry> offered = List.of();
    private Node before;

    CommandPalette(CommandList commands) {
        this.commands = commands;
        getStyleClass().add("palette-shade");
        query.setPromptText(ShellWords.get("palette.prompt"));
        query.setAccessibleText(ShellWords.get("palette.prompt"));
        query.setId("palette-query");
        query.textProperty().subscribe(this::search);
        list.setId("palette-list");
        list.setAccessibleText(ShellWords.get("palette.list"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Row());
        list.setPlaceholder(none);
        var card = new VBox(query, list);
        card.getStyleClass().add("palette-card");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setAlignment(card, Pos.TOP_CENTER);
        setMargin(card, new Insets(70, 0, 0, 0));
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        setVisible(false);
    }

    void toggle() {
        if (isVisible()) {
            close();
            return;
        }
        before = getScene().getFocusOwner();
        offered = commands.offered();
        query.clear();
        search();
        setVisible(true);
        query.requestFocus();
    }

    private void close() {
        setVisible(false);
        if (before != null && before.getScene() == getScene()) {
            before.requestFocus();
        }
    }

    private void search() {
        var recent = commands.settings().recentCommands();
        Comparator<Entry> lately = Comparator.comparingInt(entry -> {
            int place = recent.indexOf(entry.command().id());
            return place < 0 ? recent.size() : place;
        });
        Comparator<Entry> better = Comparator.comparingInt(entry -> -score(entry));
        list.getItems().setAll(offered.stream()
                .filter(entry -> score(entry) != Fuzzy.NO_MATCH)
                .sorted(better.thenComparing(lately))
                .toList());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(ROW * Math.clamp(list.getItems().size(), 2, ROWS) + 2);
    }

    private int score(Entry entry) {
        return Fuzzy.score(query.getText(), entry.command().title());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> run(list.getSelectionModel().getSelectedItem());
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(ROWS - 1);
            case PAGE_UP -> move(1 - ROWS);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        int last = list.getItems().size() - 1;
        int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, last));
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - ROWS + 2));
    }

    private void run(Entry entry) {
        if (entry != null) {
            close();
            commands.run(entry);
        }
    }

    private final class Row extends ListCell<Entry> {
        private final Label title = new Label();
        private final Label where = new Label();
        private final HBox keys = new HBox(4);
        private final HBox row = new HBox(10);

        Row() {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            where.getStyleClass().add("palette-where");
            keys.setAlignment(Pos.CENTER_RIGHT);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getChildren().addAll(title, gap, where, keys);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    run(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Entry entry, boolean isEmpty) {
            super.updateItem(entry, isEmpty);
            setGraphic(isEmpty || entry == null ? null : row);
            if (isEmpty || entry == null) {
                setAccessibleText(null);
                return;
            }
            title.setText(entry.command().title());
            where.setText(entry.page().map(Page::title).orElse(""));
            keys.getChildren().setAll(entry.command().keys().stream().limit(1).map(Row::cap).toList());
            setAccessibleText(entry.command().title());
        }

        private static Label cap(Key key) {
            var cap = new Label(key.words());
            cap.getStyleClass().add("help-key");
            return cap;
        }
    }
}
