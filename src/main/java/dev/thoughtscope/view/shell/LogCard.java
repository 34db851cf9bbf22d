package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.log.LogLine;
import dev.thoughtscope.viewmodel.log.LogModel;
import dev.thoughtscope.viewmodel.log.Report;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.collections.transformation.FilteredList;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What happened, line by line, over a dimmed window. Escape puts it away.
final class LogCard extends StackPane {
    private static final double WIDTH = 980;
    private static final double HEIGHT = 560;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final LogModel log;
    private final Supplier<SequencedMap<String, String>> machine;
    private final FilteredList<LogLine> shown;
    private final ListView<LogLine> list;
    private final Label copied = new Label(ShellWords.get("log.copied"));
    private Node before;

    /// @param machine facts on top of a report, by name
    LogCard(LogModel log, Supplier<SequencedMap<String, String>> machine) {
        this.log = log;
        this.machine = machine;
        getStyleClass().add("help-shade");
        shown = new FilteredList<>(log.lines());
        list = new ListView<>(shown);
        list.setAccessibleText(ShellWords.get("log.title"));
        list.setPlaceholder(new Label(ShellWords.get("log.nothing")));
        list.setCellFactory(_ -> new Row());
        VBox.setVgrow(list, Priority.ALWAYS);
        var title = new Label(ShellWords.get("log.title"));
        title.getStyleClass().add("help-title");
        var hint = new Label(ShellWords.get("log.hint"));
        hint.getStyleClass().add("log-hint");
        var card = new VBox(title, hint, list, bar());
        card.getStyleClass().addAll("help-card", "log-card");
        card.setMaxSize(WIDTH, HEIGHT);
        getChildren().add(card);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        setVisible(false);
    }

    private HBox bar() {
        var details = new CheckBox(ShellWords.get("log.details"));
        details.setSelected(true);
        details.selectedProperty().subscribe(all ->
                shown.setPredicate(line -> all || line.severity() != LogLine.Severity.DETAIL));
        var copy = new Button(ShellWords.get("log.copy"), FontIcon.of(Feather.CLIPBOARD, 14));
        Tips.setText(copy, ShellWords.get("log.copy.tip"));
        copy.setId("copy-report");
        copy.setOnAction(_ -> copy());
        var close = new Button(Messages.get("search.close"));
        close.setOnAction(_ -> close());
        copied.setVisible(false);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(10, details, gap, copied, copy, close);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(report());
        Clipboard.getSystemClipboard().setContent(content);
        copied.setVisible(true);
    }

    String report() {
        return Report.of(machine.get(), log.lines());
    }

    void toggle() {
        if (isVisible()) {
            close();
            return;
        }
        before = getScene().getFocusOwner();
        copied.setVisible(false);
        setVisible(true);
        list.scrollTo(Math.max(0, shown.size() - 1));
        list.requestFocus();
    }

    private void close() {
        setVisible(false);
        if (before != null && before.getScene() == getScene()) {
            before.requestFocus();
        }
    }

    private static final class Row extends ListCell<LogLine> {
        Row() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(LogLine line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            setGraphic(null);
            if (isEmpty || line == null) {
                setText(null);
                return;
            }
            setText(TIME.format(line.time()) + "  " + line.text());
            setGraphic(switch (line.severity()) {
                case DETAIL -> icon(Feather.INFO, "detail");
                case WARNING -> icon(Feather.ALERT_TRIANGLE, "warning");
                case FAILURE -> icon(Feather.ALERT_CIRCLE, "failure");
            });
        }

        private static FontIcon icon(Feather feather, String style) {
            var icon = FontIcon.of(feather, 13);
            icon.getStyleClass().add(style);
            return icon;
        }
    }
}
