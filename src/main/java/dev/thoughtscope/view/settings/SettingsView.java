package dev.thoughtscope.view.settings;

import dev.thoughtscope.settings.Settings;
import dev.thoughtscope.settings.Settings.Choice;
import dev.thoughtscope.view.shell.CommandList;
import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Palette;
import dev.thoughtscope.view.theme.Palette;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Looks, network, keys, and what the app is. Each change works at once and is kept.
public final class SettingsView {
    private static final int STEP = 10;
    private static final List<String> LANGUAGES = List.of("", "en", "de");

    @FXML private HBox root;
    @FXML private ComboBox<Choice> theme;
    @FXML private Spinner<Integer> textSize;
    @FXML private ComboBox<Choice> motion;
    @FXML private ComboBox<String> palette;
    @FXML private ComboBox<String> language;
    @FXML private Label languageHint;
    @FXML private CheckBox offline;
    @FXML private GridPane facts;
    @FXML private Button licences;
    @FXML private TextArea licenceText;
    @FXML private VBox keys;

    private final SettingsModel settings;
    private final CommandList commands;
    private final About about;
    private KeyEditor editor;

    public SettingsView(SettingsModel settings, CommandList commands, About about) {
        Fonts.load();
        this.settings = settings;
        this.commands = commands;
        this.about = about;
        var loader = new FXMLLoader(SettingsView.class.getResource("Settings.fxml"), Words.bundle());
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public HBox root() {
        return root;
    }

    void shown() {
        editor.fill();
        fillFacts();
        theme.requestFocus();
    }

    @FXML
    private void initialize() {
        choose(theme, List.of(Choice.values()), settings.theme(), word("theme"));
        choose(motion, List.of(Choice.values()), settings.motion(), word("motion"));
        choose(palette, Palette.NAMES, settings.palette(), name -> Words.get("palette." + (name.isEmpty() ? Palette.NAMES.getFirst() : name)));
        choose(language, LANGUAGES, settings.language(), name -> Words.get(name.isEmpty() ? "language.system" : "language." + name));
        String before = settings.language().get();
        settings.language().subscribe(now -> {
            boolean changed = !now.equals(before);
            languageHint.setVisible(changed);
            languageHint.setManaged(changed);
        });
        textSize();
        offline.selectedProperty().bindBidirectional(settings.offline());
        licences.setOnAction(_ -> showLicences());
        licenceText.setVisible(false);
        licenceText.setManaged(false);
        editor = new KeyEditor(commands);
        keys.getChildren().add(editor);
    }

    private void textSize() {
        var values = new SpinnerValueFactory.IntegerSpinnerValueFactory(
                Settings.LEAST_TEXT, Settings.MOST_TEXT, settings.textSize().get(), STEP);
        textSize.setValueFactory(values);
        textSize.getEditor().setAccessibleText(Words.get("textSize"));
        values.valueProperty().subscribe(value -> {
            if (value != null) {
                settings.textSize().set(value);
            }
        });
        settings.textSize().subscribe(value -> values.setValue(value.intValue()));
    }

    private static Function<Choice, String> word(String group) {
        var keys = Map.of(Choice.SYSTEM, "system", Choice.ON, "on", Choice.OFF, "off");
        return choice -> Words.get(group + "." + keys.get(choice));
    }

    private static <T> void choose(ComboBox<T> box, List<T> values, Property<T> property, Function<T, String> words) {
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list only");
            }
        });
        box.valueProperty().bindBidirectional(property);
    }

    private void fillFacts() {
        facts.getChildren().clear();
        about.facts().get().forEach((name, value) -> fact(Words.get("fact." + name), value));
        about.places().forEach((name, value) -> fact(Words.get("place." + name), value));
    }

    private void fact(String name, String value) {
        var label = new Label(name);
        label.getStyleClass().add("fact-name");
        var text = new TextField(value);
        text.setEditable(false);
        text.setAccessibleText(name);
        text.getStyleClass().add("fact-value");
        label.setLabelFor(text);
        facts.addRow(facts.getRowCount(), label, text);
    }

    private void showLicences() {
        boolean on = !licenceText.isVisible();
        if (on && licenceText.getText().isEmpty()) {
            licenceText.setText(about.licences().get());
        }
        licenceText.setVisible(on);
        licenceText.setManaged(on);
    }
}
