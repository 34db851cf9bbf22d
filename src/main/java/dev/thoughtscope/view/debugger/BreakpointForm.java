package dev.thoughtscope.view.debugger;

import dev.thoughtscope.viewmodel.DebuggerBreakpoint;
import dev.thoughtscope.viewmodel.DebuggerBreakpoints;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Asks for what a breakpoint of one kind needs, and says at once if it cannot be.
final class BreakpointForm extends VBox {
    private static final double LEAST_CONFIDENCE = 0.2;
    private static final int MOST = 10_000;

    private final Label fault = Parts.label("", "fault");
    private DebuggerBreakpoint wanted;
    private Node first;

    /// @param done goes back to the list
    BreakpointForm(DebuggerBreakpoint.Kind kind, DebuggerBreakpoints breakpoints, Runnable done) {
        super(8);
        wanted = DebuggerBreakpoint.usual(kind);
        String name = Words.key(kind);
        var title = new Label(Words.get("kind." + name), FontIcon.of(BreakpointPanel.icon(kind), 15));
        title.getStyleClass().add("form-title");
        fault.setGraphic(FontIcon.of(Feather.ALERT_CIRCLE, 14));
        fault.setId("fault");
        Parts.show(fault, false);
        var add = Parts.text(Words.get("breakpoints.do"), Feather.PLUS, () -> add(breakpoints, done));
        add.setId("add-breakpoint");
        add.getStyleClass().addAll("accent", "small");
        var back = Parts.text(Words.get("card.cancel"), Feather.X, done);
        back.getStyleClass().addAll("flat", "small");
        var buttons = new HBox(8, back, add);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, Parts.label(Words.get("kind." + name + ".tip"), "hint"));
        controls(kind, breakpoints, done);
        getChildren().addAll(fault, buttons);
    }

    static boolean isNeeded(DebuggerBreakpoint.Kind kind) {
        return switch (kind) {
            case CONFIDENCE, VALUE, TEXT, DEPTH, NODE -> true;
            case WRONG, ANSWER, REFLECTION -> false;
        };
    }

    void begin() {
        first.requestFocus();
    }

    private void controls(DebuggerBreakpoint.Kind kind, DebuggerBreakpoints breakpoints, Runnable done) {
        switch (kind) {
            case CONFIDENCE -> {
                bound(LEAST_CONFIDENCE);
                count("form.tokens", 1);
            }
            case VALUE -> bound(0);
            case DEPTH -> count("form.depth", 1);
            case NODE -> count("form.node", 0);
            case TEXT -> {
                var field = new TextField();
                field.setId("expression");
                field.setPromptText(Words.get("form.text.prompt"));
                field.setAccessibleText(Words.get("form.text"));
                field.textProperty().subscribe(text -> want(wanted.withText(text)));
                field.setOnAction(_ -> add(breakpoints, done));
                first = field;
                getChildren().add(field);
            }
            case WRONG, ANSWER, REFLECTION -> {}
        }
    }

    private void bound(double least) {
        var slider = new Slider(least, 1, wanted.bound());
        slider.setAccessibleText(Words.get("form.bound"));
        slider.setId("bound");
        slider.setBlockIncrement(0.01);
        var figure = new Label();
        figure.getStyleClass().add("figure");
        figure.setMinWidth(40);
        slider.valueProperty().subscribe(value -> {
            figure.setText(String.format(Locale.getDefault(), "%.2f", value.doubleValue()));
            want(wanted.withBound(value.doubleValue()));
        });
        HBox.setHgrow(slider, Priority.ALWAYS);
        row(new Label(Words.get("form.bound")), slider, figure);
        first = slider;
    }

    private void count(String key, int least) {
        var spinner = new Spinner<Integer>(least, MOST, Math.max(least, wanted.count()));
        spinner.setId("count");
        spinner.setEditable(true);
        spinner.setPrefWidth(96);
        spinner.setAccessibleText(Words.get(key));
        spinner.valueProperty().subscribe(value -> want(wanted.withCount(value == null ? least : value)));
        row(new Label(Words.get(key)), spinner);
        first = first == null ? spinner : first;
    }

    private void row(Node... parts) {
        var row = new HBox(10, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(row);
    }

    private void want(DebuggerBreakpoint now) {
        wanted = now;
        var sentence = now.kind() == DebuggerBreakpoint.Kind.TEXT && now.text().isEmpty()
                ? java.util.Optional.<String>empty() : DebuggerBreakpoints.fault(now);
        fault.setText(sentence.orElse(""));
        Parts.show(fault, sentence.isPresent());
    }

    private void add(DebuggerBreakpoints breakpoints, Runnable done) {
        if (wanted.kind() == DebuggerBreakpoint.Kind.TEXT && wanted.text().isBlank()) {
            fault.setText(Words.get("form.text.empty"));
            Parts.show(fault, true);
            return;
        }
        if (breakpoints.add(wanted).isEmpty()) {
            done.run();
        }
    }
}
