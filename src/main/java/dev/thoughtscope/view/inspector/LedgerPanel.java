package dev.thoughtscope.view.inspector;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.Ledger;
import dev.thoughtscope.viewmodel.Ledger.Use;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The cost ledger: one line with a bar; opened, what the tokens and the time were spent on.
public final class LedgerPanel extends VBox {
    private static final double BAR = 6;
    private final WindowModel model;
    private final Label line = new Label();
    private final HBox bar = new HBox();
    private final VBox details = new VBox();
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private Look look;

    public LedgerPanel(WindowModel model) {
        this.model = model;
        getStyleClass().add("ledger");
        getStylesheets().add(LedgerPanel.class.getResource("Inspector.css").toExternalForm());
        var arrow = FontIcon.of(Feather.CHEVRON_RIGHT, 14);
        open.subscribe(shown -> arrow.setIconCode(shown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        var content = new HBox(5, arrow, line);
        content.setAlignment(Pos.CENTER_LEFT);
        var head = new Button(null, content);
        head.setId("ledger");
        head.getStyleClass().add("ledger-head");
        Tips.setText(head, InspectorWords.get("ledger.open"));
        head.accessibleTextProperty().bind(line.textProperty());
        head.setMaxWidth(Double.MAX_VALUE);
        head.setOnAction(_ -> open.set(!open.get()));
        details.visibleProperty().bind(open);
        details.managedProperty().bind(open);
        details.setSpacing(5);
        getChildren().addAll(head, bar, details);
        model.ledger().subscribe(this::refresh);
        open.subscribe(this::refresh);
    }

    public void setLook(Look newLook) {
        look = newLook;
        refresh();
    }

    private void refresh() {
        var ledger = model.ledger().get();
        boolean any = (ledger.tokens() > 0 || ledger.hidden() > 0) && look != null;
        setVisible(any);
        setManaged(any);
        if (!any) {
            return;
        }
        line.setText(InspectorWords.get(
                "ledger", ledger.tokens(), InspectorWords.seconds(model.progress().get().seconds())));
        bar.getChildren().clear();
        for (var use : Use.values()) {
            var part = new Region();
            double share = share(ledger, use);
            part.setStyle("-fx-background-color: #" + colour(use).toString().substring(2, 8) + ";");
            part.setMinHeight(BAR);
            part.prefWidthProperty().bind(bar.widthProperty().multiply(share));
            part.setMinWidth(0);
            bar.getChildren().add(part);
        }
        if (open.get()) {
            details.getChildren().setAll(table(ledger), shared(ledger));
            if (ledger.hidden() > 0) {
                details.getChildren().add(hint(InspectorWords.get("ledger.hidden", ledger.hidden())));
            }
        }
    }

    private Color colour(Use use) {
        return switch (use) {
            case CHOSEN -> look.strong();
            case REFLECTION -> look.reflect();
            case LOST -> look.edge();
            case UNUSED -> look.line();
        };
    }

    private Node table(Ledger ledger) {
        var grid = new GridPane();
        grid.getStyleClass().add("choice-grid");
        for (int i = 0; i < 5; i++) {
            var column = new ColumnConstraints();
            column.setHgrow(i == 1 ? Priority.ALWAYS : Priority.NEVER);
            column.setHalignment(i < 2 ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(column);
        }
        grid.add(cell(InspectorWords.get("ledger.tokens"), "head"), 2, 0);
        grid.add(cell(InspectorWords.get("ledger.share"), "head"), 3, 0);
        grid.add(cell(InspectorWords.get("ledger.time"), "head"), 4, 0);
        for (var use : Use.values()) {
            var entry = ledger.entry(use);
            int row = use.ordinal() + 1;
            grid.add(new Rectangle(9, 9, colour(use)), 0, row);
            grid.add(cell(InspectorWords.get("ledger." + use.name().toLowerCase(Locale.ROOT)), "name"), 1, row);
            grid.add(cell(String.format(Locale.getDefault(), "%,d", entry.tokens()), "figure-cell"), 2, row);
            grid.add(cell(Messages.percent(share(ledger, use)), "figure-cell"), 3, row);
            grid.add(cell(use == Use.UNUSED ? "" : InspectorWords.seconds(entry.seconds()), "figure-cell"), 4, row);
        }
        return grid;
    }

    private static Label cell(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static double share(Ledger ledger, Use use) {
        return (double) ledger.entry(use).tokens() / Math.max(1, ledger.tokens());
    }

    private static Label shared(Ledger ledger) {
        return hint(InspectorWords.get("ledger.shared", ledger.shared()));
    }

    private static Label hint(String text) {
        var label = cell(text, "hint");
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
