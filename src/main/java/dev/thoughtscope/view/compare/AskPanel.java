package dev.thoughtscope.view.compare;

import dev.thoughtscope.viewmodel.QuestionModel;
import dev.thoughtscope.viewmodel.compare.CompareModel;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.NumberStringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One question and two sets of settings, asked one after the other.
final class AskPanel extends VBox {
    private static final int MOST_ROLLOUTS = 10_000;

    AskPanel(CompareModel model) {
        getStyleClass().add("ask-panel");
        var question = new TextField();
        question.setId("compare-question");
        question.setPromptText(Words.get("ask.question"));
        question.setAccessibleText(Words.get("ask.question"));
        question.textProperty().bindBidirectional(model.firstAsk().question());
        model.secondAsk().question().bind(model.firstAsk().question());
        HBox.setHgrow(question, Priority.ALWAYS);
        var go = new Button(Words.get("ask.go"), FontIcon.of(Feather.PLAY, 14));
        go.setId("ask-go");
        go.getStyleClass().add("accent");
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(_ -> {
            setOpen(false);
            model.askBoth();
        });
        question.setOnAction(_ -> go.fire());
        var top = new HBox(8, question, go);
        var grid = new GridPane();
        grid.getStyleClass().add("ask-grid");
        row(grid, 0, Words.get("first"), model.firstAsk());
        row(grid, 1, Words.get("second"), model.secondAsk());
        getChildren().addAll(top, grid);
        setOpen(false);
    }

    void setOpen(boolean open) {
        setVisible(open);
        setManaged(open);
    }

    private static void row(GridPane grid, int row, String side, QuestionModel asked) {
        var name = new Label(side);
        name.getStyleClass().add("ask-side");
        var action = new ComboBox<String>();
        action.getItems().setAll(QuestionModel.ACTIONS);
        action.valueProperty().bindBidirectional(asked.action());
        action.setAccessibleText(side + ": " + Words.get("ask.action"));
        var rollouts = spinner(asked.rollouts().asObject(), 1, MOST_ROLLOUTS, side + ": " + Words.get("ask.rollouts"));
        var width = spinner(asked.width().asObject(), 1, 32, side + ": " + Words.get("ask.width"));
        var seed = new TextField();
        seed.setPrefColumnCount(5);
        seed.setAccessibleText(side + ": " + Words.get("ask.seed"));
        var digits = new TextFormatter<Number>(
                new NumberStringConverter("0"), 1, change -> change.getControlNewText().matches("\\d{0,15}") ? change : null);
        digits.valueProperty().bindBidirectional(asked.seed());
        seed.setTextFormatter(digits);
        var reflect = new CheckBox(Words.get("ask.reflect"));
        reflect.selectedProperty().bindBidirectional(asked.reflect());
        reflect.setAccessibleText(side + ": " + Words.get("ask.reflect"));
        grid.addRow(row, name, label("ask.action"), action, label("ask.rollouts"), rollouts, label("ask.width"), width,
                label("ask.seed"), seed, reflect);
        List.of(action, rollouts, width, seed).forEach(control -> control.setMinHeight(USE_PREF_SIZE));
    }

    private static Label label(String word) {
        var label = new Label(Words.get(word));
        label.setAlignment(Pos.CENTER_RIGHT);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Spinner<Integer> spinner(ObjectProperty<Integer> value, int least, int most, String name) {
        var spinner = new Spinner<Integer>();
        var factory = new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, value.get());
        factory.valueProperty().bindBidirectional(value);
        spinner.setValueFactory(factory);
        // the binding holds the property only weakly
        spinner.setUserData(value);
        spinner.setEditable(true);
        spinner.setPrefWidth(86);
        spinner.setAccessibleText(name);
        spinner.getEditor().setAccessibleText(name);
        return spinner;
    }
}
