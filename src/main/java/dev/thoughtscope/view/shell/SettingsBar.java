package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.method.MethodRows;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.QuestionModel;
import dev.thoughtscope.viewmodel.WindowModel;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/// Ties the settings of the next run to their controls.
final class SettingsBar {
    private static final int LONG = 90;

    private SettingsBar() {}

    static void samples(MenuButton button, WindowModel model) {
        model.asked().samples().subscribe(() -> fill(button, model));
        fill(button, model);
    }

    private static void fill(MenuButton button, WindowModel model) {
        button.getItems().clear();
        for (String sample : model.asked().samples()) {
            var item = new MenuItem(sample.length() > LONG ? sample.substring(0, LONG - 2) + "…" : sample);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> {
                model.question().question().set(sample);
                model.ask(false);
            });
            button.getItems().add(item);
        }
        button.setDisable(button.getItems().isEmpty());
    }

    static void action(ComboBox<String> box, QuestionModel question) {
        box.getItems().setAll(QuestionModel.ACTIONS);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String action) {
                String key = "setting.action." + action;
                return Messages.bundle().containsKey(key) ? Messages.get(key) : action;
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.valueProperty().bindBidirectional(question.action());
    }

    static void number(Spinner<Integer> spinner, IntegerProperty property, int least, int most, int step) {
        var values = new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, property.get(), step);
        spinner.setValueFactory(values);
        spinner.setEditable(true);
        spinner.getEditor().accessibleTextProperty().bind(spinner.accessibleTextProperty());
        values.valueProperty().subscribe(value -> {
            if (value != null) {
                property.set(value);
            }
        });
        property.subscribe(value -> values.setValue(value.intValue()));
    }

    static void seed(TextField field, QuestionModel question) {
        question.seed().subscribe(value -> field.setText(String.valueOf(value)));
        field.textProperty().subscribe(text -> {
            if (text.matches("-?\\d{1,18}")) {
                question.seed().set(Long.parseLong(text));
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                field.setText(String.valueOf(question.seed().get()));
            }
        });
    }

    static void reflect(CheckBox box, QuestionModel question) {
        box.selectedProperty().bindBidirectional(question.reflect());
    }

    /// Its rows are made when they are first looked at.
    static void more(MenuButton button, QuestionModel question) {
        var place = new StackPane();
        var item = new CustomMenuItem(place, false);
        item.getStyleClass().add("more-item");
        button.getItems().setAll(item);
        button.setOnShowing(_ -> {
            if (place.getChildren().isEmpty()) {
                place.getChildren().add(rows(question));
            }
        });
    }

    private static GridPane rows(QuestionModel question) {
        var grid = new GridPane();
        grid.getStyleClass().add("more-grid");
        var temperature = new Spinner<Double>();
        var values = new SpinnerValueFactory.DoubleSpinnerValueFactory(0, 3, question.temperature().get(), 0.1);
        temperature.setValueFactory(values);
        temperature.setEditable(true);
        values.valueProperty().subscribe(value -> {
            if (value != null) {
                question.temperature().set(value);
            }
        });
        question.temperature().subscribe(value -> values.setValue(value.doubleValue()));
        var tokens = new Spinner<Integer>();
        number(tokens, question.maxTokens(), 8, 32_768, 50);
        var parallel = new Spinner<Integer>();
        number(parallel, question.parallel(), 1, 64, 1);
        row(grid, 0, "setting.temperature", temperature);
        row(grid, 1, "setting.maxTokens", tokens);
        row(grid, 2, "setting.parallel", parallel);
        MethodRows.addTo(grid, 3, question);
        return grid;
    }

    private static void row(GridPane grid, int row, String key, Spinner<?> spinner) {
        var label = new Label(Messages.get(key));
        label.setLabelFor(spinner);
        spinner.setAccessibleText(Messages.get(key));
        Tips.setText(spinner, Messages.get(key + ".tip"));
        spinner.setPrefWidth(110);
        grid.addRow(row, label, spinner);
    }
}
