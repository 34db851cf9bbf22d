package dev.thoughtscope.view.debugger;

import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.DebuggerBreakpoint;
import dev.thoughtscope.viewmodel.DebuggerBreakpoints;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The breakpoints that are set, and what new ones can be made of.
final class BreakpointPanel extends VBox {
    private static final double WIDTH = 500;
    private static final double LIST_HEIGHT = 230;
    private static final int COLUMNS = 2;

    private final DebuggerBreakpoints breakpoints;
    private final VBox rows = new VBox(2);
    private final ScrollPane list = new ScrollPane(rows);
    private final GridPane kinds = new GridPane(4, 0);
    private final VBox form = new VBox(8);

    BreakpointPanel(DebuggerBreakpoints breakpoints) {
        super(8);
        this.breakpoints = breakpoints;
        setId("breakpoint-panel");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        var title = new Label(Words.get("breakpoints"), FontIcon.of(Feather.OCTAGON, 16));
        title.getStyleClass().add("card-title");
        getChildren().addAll(
                title,
                Parts.label(Words.get("breakpoints.hint"), "hint"),
                list,
                Parts.label(Words.get("breakpoints.add"), "caption"),
                kinds,
                form);
        list.setFitToWidth(true);
        list.setMaxHeight(LIST_HEIGHT);
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            kinds.getColumnConstraints().add(column);
        }
        for (var kind : DebuggerBreakpoint.Kind.values()) {
            kinds.add(kind(kind), kind.ordinal() % COLUMNS, kind.ordinal() / COLUMNS);
        }
        breakpoints.items().subscribe(this::fill);
        fill();
        close();
    }

    /// Back to the list of kinds.
    void close() {
        form.getChildren().clear();
        Parts.show(form, false);
        Parts.show(kinds, true);
    }

    private void fill() {
        rows.getChildren().clear();
        Parts.show(list, !breakpoints.items().isEmpty());
        for (var item : breakpoints.items()) {
            rows.getChildren().add(row(item));
        }
    }

    private HBox row(DebuggerBreakpoint item) {
        String sentence = sentence(item);
        var box = new CheckBox(sentence);
        box.setMnemonicParsing(false);
        box.setSelected(item.enabled());
        box.setWrapText(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(_ -> breakpoints.setEnabled(item, box.isSelected()));
        HBox.setHgrow(box, Priority.ALWAYS);
        var remove = Parts.icon(Feather.TRASH_2, Words.get("breakpoints.remove"), () -> breakpoints.remove(item));
        remove.getStyleClass().addAll("flat", "small");
        var row = new HBox(6, FontIcon.of(icon(item.kind()), 15), box, remove);
        row.getStyleClass().add("breakpoint-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button kind(DebuggerBreakpoint.Kind kind) {
        String name = Words.key(kind);
        var button = new Button(Words.get("kind." + name), FontIcon.of(icon(kind), 15));
        button.setId("kind-" + name);
        button.getStyleClass().addAll("flat", "kind");
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        Tips.setText(button, Words.get("kind." + name + ".tip"));
        button.setOnAction(_ -> chosen(kind));
        return button;
    }

    private void chosen(DebuggerBreakpoint.Kind kind) {
        if (!BreakpointForm.isNeeded(kind)) {
            breakpoints.add(DebuggerBreakpoint.usual(kind));
            return;
        }
        var asked = new BreakpointForm(kind, breakpoints, this::close);
        form.getChildren().setAll(asked);
        Parts.show(form, true);
        Parts.show(kinds, false);
        asked.begin();
    }

    static String sentence(DebuggerBreakpoint item) {
        String key = "is." + Words.key(item.kind());
        String bound = String.format(Locale.getDefault(), "%.2f", item.bound());
        return switch (item.kind()) {
            case CONFIDENCE -> Words.get(key, bound, item.count());
            case VALUE -> Words.get(key, bound);
            case TEXT -> Words.get(key, item.text());
            case DEPTH, NODE -> Words.get(key, item.count());
            case WRONG, ANSWER, REFLECTION -> Words.get(key);
        };
    }

    static Feather icon(DebuggerBreakpoint.Kind kind) {
        return switch (kind) {
            case CONFIDENCE -> Feather.THERMOMETER;
            case VALUE -> Feather.TRENDING_DOWN;
            case TEXT -> Feather.SEARCH;
            case WRONG -> Feather.X_CIRCLE;
            case ANSWER -> Feather.FLAG;
            case REFLECTION -> Feather.ROTATE_CCW;
            case DEPTH -> Feather.LAYERS;
            case NODE -> Feather.GIT_COMMIT;
        };
    }
}
