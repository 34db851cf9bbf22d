package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.StripSettings;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.DoubleSpinnerValueFactory;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

/// Ties the settings of the next strip to their controls.
final class SettingsFields {
    private SettingsFields() {}

    static void number(Spinner<Integer> spinner, IntegerProperty property, int least, int most, int step) {
        var values = new IntegerSpinnerValueFactory(least, most, property.get(), step);
        spinner.setValueFactory(values);
        values.valueProperty().subscribe(value -> {
            if (value != null) {
                property.set(value);
            }
        });
        property.subscribe(value -> values.setValue(value.intValue()));
    }

    static void more(MenuButton button, StripSettings settings, CheckBox paper) {
        var temperature = decimal(settings.temperature().get(), 0.1, 3, 0.1);
        temperature.getValueFactory().valueProperty().subscribe(value -> {
            if (value != null) {
                settings.temperature().set(value);
            }
        });
        temperature.disableProperty().bind(settings.thoughts().lessThan(2));
        var entropy = decimal(settings.entropyAbove().get(), 0, 20, 0.5);
        entropy.getValueFactory().valueProperty().subscribe(value -> {
            if (value != null) {
                settings.entropyAbove().set(value);
            }
        });
        var grid = new GridPane();
        grid.getStyleClass().add("strip-more");
        row(grid, 0, "temperature", temperature);
        row(grid, 1, "entropy", entropy);
        row(grid, 2, "seed", seed(settings));
        var free = new CheckBox(Words.get("freeText"));
        free.setTooltip(new Tooltip(Words.get("freeText.tip")));
        free.selectedProperty().bindBidirectional(settings.freeText());
        grid.add(free, 0, 3, 2, 1);
        var opening = new TextField();
        opening.textProperty().bindBidirectional(settings.opening());
        opening.disableProperty().bind(settings.freeText().not());
        var closing = new TextField();
        closing.textProperty().bindBidirectional(settings.closing());
        closing.disableProperty().bind(settings.freeText().not());
        grid.addRow(4, new Label(Words.get("opening")), opening);
        grid.addRow(5, new Label(Words.get("closing")), closing);
        grid.add(paper, 0, 6, 2, 1);
        button.getItems().setAll(new CustomMenuItem(grid, false));
    }

    private static Spinner<Double> decimal(double value, double least, double most, double step) {
        var spinner = new Spinner<Double>(new DoubleSpinnerValueFactory(least, most, value, step));
        spinner.setEditable(true);
        return spinner;
    }

    private static TextField seed(StripSettings settings) {
        var field = new TextField();
        settings.seed().subscribe(value -> field.setText(String.valueOf(value)));
        field.textProperty().subscribe(text -> {
            if (text.matches("-?\\d{1,18}")) {
                settings.seed().set(Long.parseLong(text));
            }
        });
        return field;
    }

    private static void row(GridPane grid, int row, String key, Control control) {
        var label = new Label(Words.get(key));
        label.setLabelFor(control);
        control.setAccessibleText(Words.get(key));
        control.setTooltip(new Tooltip(Words.get(key + ".tip")));
        control.setPrefWidth(120);
        grid.addRow(row, label, control);
    }
}
