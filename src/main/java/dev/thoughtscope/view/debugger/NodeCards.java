package dev.thoughtscope.view.debugger;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.tree.TreeCanvas;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small editors beside a node: its text, a thought of one's own, its prior.
final class NodeCards {
    private final WindowModel window;
    private final TreeCanvas tree;
    private final Floating floating;

    NodeCards(WindowModel window, TreeCanvas tree, Floating floating) {
        this.window = window;
        this.tree = tree;
        this.floating = floating;
    }

    void edit(int node) {
        write("edit", Feather.EDIT_2, node, window.debugger().text(node), text -> window.debugger().edit(node, text));
    }

    void add(int node) {
        write("add", Feather.MESSAGE_SQUARE, node, "", text -> window.debugger().addThought(node, text));
    }

    private void write(String name, Feather icon, int node, String text, Consumer<String> done) {
        var field = new TextArea(text);
        field.setId("thought");
        field.setWrapText(true);
        field.setPrefRowCount(4);
        field.setPrefColumnCount(30);
        field.setPromptText(Words.get("card." + name + ".prompt"));
        field.setAccessibleText(Words.get("card." + name));
        var put = Parts.text(Words.get("card." + name + ".do"), Feather.CHECK, () -> {
            String written = field.getText();
            floating.close();
            done.accept(written);
        });
        put.setId("put");
        put.disableProperty().bind(field.textProperty().map(now -> now.isBlank() || now.equals(text)));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !put.isDisabled()) {
                event.consume();
                put.fire();
            }
        });
        var card = card(name, icon, put);
        card.getChildren().add(2, field);
        floating.show(card, place(node), null);
        field.requestFocus();
        field.selectAll();
    }

    void prior(int node) {
        var slider = new Slider(0, 1, window.tree().prior(node));
        slider.setId("prior");
        slider.setAccessibleText(Words.get("card.prior"));
        var figure = new Label();
        figure.getStyleClass().add("figure");
        figure.setMinWidth(48);
        figure.textProperty().bind(slider.valueProperty().map(value -> Messages.value(value.doubleValue())));
        var put = Parts.text(Words.get("card.prior.do"), Feather.CHECK, () -> {
            floating.close();
            window.debugger().setPrior(node, slider.getValue());
        });
        put.setId("put");
        HBox.setHgrow(slider, Priority.ALWAYS);
        var row = new HBox(10, slider, figure);
        row.setAlignment(Pos.CENTER_LEFT);
        var card = card("prior", Feather.PERCENT, put);
        card.getChildren().add(2, row);
        floating.show(card, place(node), null);
        slider.requestFocus();
    }

    private VBox card(String name, Feather icon, Button put) {
        put.getStyleClass().addAll("accent", "small");
        put.setDefaultButton(false);
        var leave = Parts.text(Words.get("card.cancel"), Feather.X, floating::close);
        leave.getStyleClass().addAll("flat", "small");
        var buttons = new HBox(8, leave, put);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var title = new Label(Words.get("card." + name), FontIcon.of(icon, 16));
        title.getStyleClass().add("card-title");
        var card = new VBox(8, title, Parts.label(Words.get("card." + name + ".hint"), "hint"), buttons);
        card.setId("card-" + name);
        card.setPrefWidth(360);
        card.setMaxWidth(360);
        return card;
    }

    private Bounds place(int node) {
        assert Platform.isFxApplicationThread();
        return tree.localToScene(tree.boundsOf(node));
    }
}
