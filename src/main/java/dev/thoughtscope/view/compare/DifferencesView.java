package dev.thoughtscope.view.compare;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.Outcome;
import dev.thoughtscope.viewmodel.Progress;
import dev.thoughtscope.viewmodel.compare.CompareModel;
import dev.thoughtscope.viewmodel.compare.CompareSide;
import dev.thoughtscope.viewmodel.compare.Differences;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How two runs differ: figures at the moment that is shown, where their ways part, settings. A differing row has a mark.
final class DifferencesView {
    private static final double WIDTH = 310;
    private static final int LONG = 46;

    private final CompareModel model;
    private final GridPane figures = grid();
    private final GridPane settings = grid();
    private final Label common = new Label();
    private final Label parting = new Label();
    private final Label alike = new Label();
    private final Button show;
    private final ScrollPane root;
    private Object shown;

    /// @param onParting shows on both sides where the ways part
    DifferencesView(CompareModel model, Runnable onParting) {
        this.model = model;
        show = new Button(Words.get("parting.show"), FontIcon.of(Feather.GIT_BRANCH, 14));
        show.setOnAction(_ -> onParting.run());
        for (var label : new Label[] {common, parting, alike}) {
            label.setWrapText(true);
            label.setMinHeight(Label.USE_PREF_SIZE);
        }
        alike.getStyleClass().add("muted");
        var ways = new VBox(8, common, parting, show);
        var column = new VBox(
                fold("figures", figures), fold("ways", ways), fold("settings", new VBox(6, settings, alike)));
        column.getStyleClass().add("differences");
        root = new ScrollPane(column);
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.setPrefWidth(WIDTH);
        root.setMinWidth(WIDTH);
        root.getStyleClass().add("differences-scroll");
    }

    private static TitledPane fold(String word, Parent content) {
        var pane = new TitledPane(Words.get(word), content);
        pane.setAnimated(false);
        pane.setAccessibleText(Words.get(word));
        return pane;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("differences-grid");
        var name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(name);
        return grid;
    }

    /// What the figures are drawn from.
    private record Shown(Differences differences, Outcome one, Outcome other, Progress first, Progress second) {}

    /// Draws anew what has changed.
    void refresh() {
        var now = new Shown(
                model.differences().get(), outcome(model.first()), outcome(model.second()), progress(model.first()), progress(model.second()));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        figures();
        ways(now.differences());
        settings(now.differences());
    }

    private static Outcome outcome(CompareSide side) {
        return side.window().outcome().get();
    }

    private static Progress progress(CompareSide side) {
        return side.window().progress().get();
    }

    private void figures() {
        figures.getChildren().clear();
        row(figures, 0, "", "A", "B", true);
        figure("answer", side -> outcome(side).best() == null ? "–" : shortened(outcome(side).best().answer(), 12));
        figure("value", side -> outcome(side).best() == null ? "–" : Messages.value(outcome(side).best().value()));
        figure("votes", side -> outcome(side).best() == null ? "–" : String.valueOf(outcome(side).best().votes()));
        figure("answers", side -> String.valueOf(outcome(side).answers().size()));
        figure("simulations", side -> String.valueOf(progress(side).simulations()));
        figure("nodes", side -> number("%,d", progress(side).nodes()));
        figure("tokens", side -> number("%,d", progress(side).tokens()));
        figure("seconds", side -> number("%.2f", progress(side).seconds()));
        figure("rate", side -> number("%,.0f", progress(side).tokensPerSecond()));
    }

    private void figure(String word, Function<CompareSide, String> value) {
        row(figures, figures.getRowCount(), Words.get("figure." + word), told(model.first(), value), told(model.second(), value), false);
    }

    /// Nothing is told of a side without a run.
    private static String told(CompareSide side, Function<CompareSide, String> value) {
        return side.window().tree().nodes() == 0 ? "" : value.apply(side);
    }

    private static String number(String format, Object value) {
        return String.format(Locale.getDefault(), format, value);
    }

    private static void row(GridPane grid, int row, String name, String one, String other, boolean head) {
        boolean both = !head && !one.isEmpty() && !other.isEmpty();
        boolean differs = both && !Objects.equals(one, other);
        String style = head ? "head" : differs ? "differs" : "same";
        String mark = differs ? "≠" : both ? "=" : "";
        Label[] cells = {new Label(name), new Label(one), new Label(mark), new Label(other)};
        for (int i = 0; i < cells.length; i++) {
            cells[i].getStyleClass().addAll(style, i == 0 ? "name" : i == 2 ? "mark" : "number");
            cells[i].setMaxWidth(i == 0 ? Double.MAX_VALUE : 120);
            if (i > 0) {
                cells[i].setMinWidth(Label.USE_PREF_SIZE);
            }
            grid.add(cells[i], i, row);
        }
    }

    private void ways(Differences now) {
        boolean both = model.first().simulations() > 0 && model.second().simulations() > 0;
        common.setText(!both ? Words.get("ways.none")
                : now.twins().isEmpty() ? Words.get("ways.other") : Words.get("ways.common", now.twins().size()));
        boolean parts = both && !now.twins().isEmpty() && (now.firstPart() >= 0 || now.secondPart() >= 0);
        parting.setText(!both || now.twins().isEmpty() ? ""
                : parts ? Words.get("parting", say(model.first(), now.firstPart()), say(model.second(), now.secondPart()))
                : Words.get("parting.never"));
        show.setVisible(parts);
        show.setManaged(parts);
    }

    private static String say(CompareSide side, int node) {
        return side.window().tree().isNode(node) ? shortened(side.window().tree().text(node), LONG) : "–";
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private void settings(Differences now) {
        settings.getChildren().clear();
        int row = 0;
        for (var setting : now.settings()) {
            row(settings, row++, setting.name(), shortened(setting.first(), 14), shortened(setting.second(), 14), false);
        }
        alike.setText(now == Differences.NONE ? "" : Words.get("settings.alike", now.alike()));
    }

    Parent root() {
        return root;
    }
}
