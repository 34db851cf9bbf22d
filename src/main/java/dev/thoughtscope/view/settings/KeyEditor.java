package dev.thoughtscope.view.settings;

import dev.thoughtscope.view.page.Key;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.shell.CommandList;
import dev.thoughtscope.view.shell.CommandList.Entry;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.palette.Fuzzy;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All commands with their keys. A click on a key waits for another one; who had it loses it, and that is said.
final class KeyEditor extends VBox {
    private final CommandList commands;
    private final TextField filter = new TextField();
    private final Label told = new Label();
    private final VBox rows = new VBox();

    KeyEditor(CommandList commands) {
        this.commands = commands;
        getStyleClass().add("key-editor");
        filter.setPromptText(Words.get("keys.filter"));
        filter.setAccessibleText(Words.get("keys.filter"));
        filter.textProperty().subscribe(this::fill);
        told.getStyleClass().add("told");
        told.setWrapText(true);
        rows.getStyleClass().add("key-rows");
        getChildren().addAll(filter, told, rows);
        tell("");
    }

    void fill() {
        rows.getChildren().setAll(commands.all().stream()
                .filter(entry -> Fuzzy.score(filter.getText(), entry.command().title()) != Fuzzy.NO_MATCH)
                .map(this::row)
                .toList());
    }

    private HBox row(Entry entry) {
        var title = new Label(entry.command().title());
        title.setWrapText(true);
        var where = new Label(entry.page().map(Page::title).orElse(""));
        where.getStyleClass().add("where");
        where.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(8, title, where, gap);
        row.getStyleClass().add("key-row");
        row.setAlignment(Pos.CENTER_LEFT);
        if (commands.hasOwnKey(entry)) {
            row.getChildren().add(usual(entry));
        }
        row.getChildren().add(key(entry));
        return row;
    }

    private Button usual(Entry entry) {
        var usual = new Button(null, FontIcon.of(Feather.ROTATE_CCW, 13));
        usual.getStyleClass().addAll("flat", "small", "button-icon");
        usual.setAccessibleText(Words.get("keys.usual", entry.command().title()));
        Tips.setText(usual, Words.get("keys.usual", entry.command().title()));
        usual.setOnAction(_ -> {
            commands.usualKey(entry);
            tell("");
            fill();
        });
        return usual;
    }

    private Button key(Entry entry) {
        String keys = words(entry);
        var button = new Button(keys.isEmpty() ? Words.get("keys.none") : keys);
        button.setId("key-" + entry.command().id().replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("small", "key-button");
        button.setAccessibleText(Words.get("keys.change", entry.command().title(), button.getText()));
        Tips.setText(button, Words.get("keys.tip"));
        button.setOnAction(_ -> listen(button, entry));
        return button;
    }

    private static String words(Entry entry) {
        return entry.command().keys().stream().map(Key::words).collect(Collectors.joining("  "));
    }

    private void listen(Button button, Entry entry) {
        button.setText(Words.get("keys.press"));
        button.getStyleClass().add("accent");
        button.requestFocus();
        commands.listen(event -> heard(event, entry));
        button.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                commands.listen(null);
                fill();
            }
        });
    }

    private void heard(KeyEvent event, Entry entry) {
        if (event.getCode() == KeyCode.ESCAPE) {
            done("");
            return;
        }
        if (event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.DELETE) {
            commands.takeKeys(entry);
            done(Words.get("keys.taken", entry.command().title()));
            return;
        }
        var key = Key.of(event);
        if (key == null) {
            return;
        }
        var others = commands.conflicts(entry, key);
        commands.giveKey(entry, key);
        done(others.isEmpty()
                ? ""
                : Words.get("keys.conflict", key.words(), others.getFirst().command().title()));
    }

    private void done(String sentence) {
        commands.listen(null);
        tell(sentence);
        fill();
        filter.requestFocus();
    }

    private void tell(String sentence) {
        told.setText(sentence);
        told.setVisible(!sentence.isEmpty());
        told.setManaged(!sentence.isEmpty());
    }
}
