package dev.thoughtscope.view.method;

import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.QuestionModel;
import dev.thoughtscope.viewmodel.SearchChoice;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.DoubleSpinnerValueFactory;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

/// The settings of a search beyond those of every day, as rows of a grid.
public final class MethodRows {
    private static final double WIDTH = 110;
    private static final double WIDE = 190;
    private static final double GAP = 14;

    private final QuestionModel question;
    private final ComboBox<String> method = new ComboBox<>();
    private final ComboBox<String> selection = new ComboBox<>();
    private final ComboBox<String> reward = new ComboBox<>();
    private final Spinner<Double> exploration = decimal(0, 100, 0.1);
    private final Spinner<Double> widening = decimal(0, 1, 0.1);
    private final Spinner<Double> below = decimal(0, 1, 0.05);
    private final Spinner<Integer> depth = whole(1000, 1);
    private final Spinner<Integer> tokens = whole(100_000_000, 1000);
    private final Spinner<Integer> seconds = whole(1_000_000, 10);
    private final CheckBox early = new CheckBox();
    private boolean filling;

    private MethodRows(QuestionModel question) {
        this.question = question;
        choices(method, "method", SearchChoice.METHODS);
        choices(selection, "selection", SearchChoice.SELECTIONS);
        choices(reward, "reward", SearchChoice.REWARDS);
        question.choice().subscribe(this::fill);
        fill();
        for (var box : List.of(method, selection, reward)) {
            box.valueProperty().subscribe(this::take);
        }
        for (var spinner : List.of(exploration, widening, below, depth, tokens, seconds)) {
            spinner.valueProperty().subscribe(this::take);
        }
        early.selectedProperty().subscribe(this::take);
    }

    /// @param row the first free one of the grid's first two columns; the next two are taken from the top
    public static void addTo(GridPane grid, int row, QuestionModel question) {
        var rows = new MethodRows(question);
        rows.put(grid, 0, row, "depth", rows.depth);
        rows.put(grid, 0, row + 1, "tokens", rows.tokens);
        rows.put(grid, 0, row + 2, "seconds", rows.seconds);
        rows.put(grid, 2, 0, "method", rows.method);
        rows.put(grid, 2, 1, "selection", rows.selection);
        rows.put(grid, 2, 2, "exploration", rows.exploration);
        rows.put(grid, 2, 3, "reward", rows.reward);
        rows.put(grid, 2, 4, "widening", rows.widening);
        rows.put(grid, 2, 5, "below", rows.below);
        rows.put(grid, 0, row + 3, "early", rows.early);
    }

    private void put(GridPane grid, int column, int row, String key, Control control) {
        var label = new Label(MethodWords.get(key));
        label.setLabelFor(control);
        control.setId("setting-" + key);
        control.setAccessibleText(MethodWords.get(key));
        Tips.setText(control, MethodWords.get(key + ".tip"));
        if (control instanceof Spinner<?> spinner) {
            spinner.setPrefWidth(WIDTH);
            spinner.getEditor().setAccessibleText(MethodWords.get(key));
        } else if (control instanceof ComboBox<?> box) {
            box.setPrefWidth(WIDE);
        }
        GridPane.setMargin(label, new Insets(0, 0, 0, column == 0 ? 0 : GAP));
        grid.add(label, column, row);
        grid.add(control, column + 1, row);
    }

    private void fill() {
        var now = question.choice().get();
        filling = true;
        method.setValue(now.method());
        selection.setValue(now.selection());
        reward.setValue(now.reward());
        exploration.getValueFactory().setValue(now.exploration());
        widening.getValueFactory().setValue(now.widening());
        below.getValueFactory().setValue(now.reflectBelow());
        depth.getValueFactory().setValue(now.depth());
        tokens.getValueFactory().setValue(now.tokens());
        seconds.getValueFactory().setValue(now.seconds());
        early.setSelected(now.earlyStop());
        filling = false;
    }

    private void take() {
        if (filling || exploration.getValue() == null || widening.getValue() == null || below.getValue() == null
                || depth.getValue() == null || tokens.getValue() == null || seconds.getValue() == null) {
            return;
        }
        question.choice().set(new SearchChoice(
                method.getValue(),
                selection.getValue(),
                exploration.getValue(),
                reward.getValue(),
                widening.getValue(),
                below.getValue(),
                depth.getValue(),
                tokens.getValue(),
                seconds.getValue(),
                early.isSelected()));
    }

    private static void choices(ComboBox<String> box, String kind, List<String> values) {
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                String key = kind + "." + value;
                return value != null && MethodWords.has(key) ? MethodWords.get(key) : value;
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        });
    }

    private static Spinner<Double> decimal(double least, double most, double step) {
        var spinner = new Spinner<Double>(new DoubleSpinnerValueFactory(least, most, 0, step));
        spinner.setEditable(true);
        return spinner;
    }

    private static Spinner<Integer> whole(int most, int step) {
        var spinner = new Spinner<Integer>(new IntegerSpinnerValueFactory(0, most, 0, step));
        spinner.setEditable(true);
        return spinner;
    }
}
