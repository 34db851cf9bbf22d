package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.TreeStrip;
import dev.thoughtscope.viewmodel.strip.NodeText;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.strip.StripState;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the strip under the tree holds.
final class NodeStripPane extends VBox {
    private static final double HEIGHT = 270;
    private static final double LEAST = 150;
    private static final int SHORT = 46;
    private static final int ICON = 14;

    private final StripModel model;
    private final TreeStrip tree;
    private final Label title = new Label();
    private final ToggleButton path = new ToggleButton(Words.get("under.path"));
    private final Button measure = new Button(Words.get("measure"), FontIcon.of(Feather.ACTIVITY, ICON));
    private final Button pause = icon(Feather.PAUSE, "pause.tip");
    private final Button stop = icon(Feather.SQUARE, "stop.tip");
    private final StripStage stage;
    private final StripFoot foot;

    /// @param onPage shows the page of the strip with what is measured here
    NodeStripPane(StripModel model, TreeStrip tree, Runnable onPage, Runnable onClose) {
        this.model = model;
        this.tree = tree;
        stage = new StripStage(model, true);
        foot = new StripFoot(model, null);
        stage.setOnBranch(tree::add);
        getStyleClass().addAll("strip", "node-strip");
        getStylesheets().add(NodeStripPane.class.getResource("Strip.css").toExternalForm());
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(handle(), head(onPage, onClose), new StripBanner(model), stage, foot);
        resize(HEIGHT);
        wire();
    }

    private void wire() {
        measure.setOnAction(_ -> measure());
        pause.setOnAction(_ -> model.pauseOrResume());
        stop.setOnAction(_ -> model.stop());
        path.setOnAction(_ -> told());
        model.state().subscribe(this::told);
        tree.selected().subscribe(_ -> told());
    }

    private Region handle() {
        var handle = new Region();
        handle.getStyleClass().add("handle");
        handle.setCursor(Cursor.V_RESIZE);
        handle.setOnMouseDragged(event -> resize(getHeight() - event.getY()));
        return handle;
    }

    private void resize(double height) {
        double most = getParent() instanceof Region above ? above.getHeight() - LEAST : height;
        double fitting = Math.clamp(height, LEAST, Math.max(LEAST, most));
        setMinHeight(fitting);
        setPrefHeight(fitting);
    }

    private Node head(Runnable onPage, Runnable onClose) {
        title.getStyleClass().add("node-title");
        title.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        path.getStyleClass().addAll("flat", "small");
        path.setTooltip(new Tooltip(Words.get("under.path.tip")));
        measure.getStyleClass().addAll("small");
        var page = icon(Feather.MAXIMIZE_2, "under.page.tip");
        page.setOnAction(_ -> onPage.run());
        var close = icon(Feather.X, "under.close");
        close.setOnAction(_ -> onClose.run());
        for (var button : new Region[] {path, measure}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        var head = new HBox(title, space, path, measure, pause, stop, page, close);
        head.getStyleClass().add("node-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Button icon(Feather feather, String key) {
        var button = new Button("", FontIcon.of(feather, ICON));
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setAccessibleText(Words.get(key));
        button.setTooltip(new Tooltip(Words.get(key)));
        return button;
    }

    void setDetail(double pixels) {
        stage.setDetail(pixels);
    }

    void setLook(Look look) {
        stage.setLook(look);
        foot.setLook(look);
    }

    private Optional<NodeText> wanted() {
        return path.isSelected() ? tree.path() : tree.text();
    }

    /// Measures what is selected, unless that is what it shows.
    void measure() {
        wanted().ifPresentOrElse(node -> {
            boolean shown = isShown(node) && model.state().get() != StripState.STOPPED;
            if (!shown || model.state().get().canMeasure() && !model.tokens().anyMeasured()) {
                model.measure(node);
            }
            stage.canvas().requestFocus();
        }, () -> model.trouble().set(Words.get("fromTree.none")));
        told();
    }

    private boolean isShown(NodeText node) {
        var shown = model.origin().get();
        return shown != null && shown.node() == node.node() && shown.parts().equals(node.parts())
                && shown.text().equals(node.text()) && shown.prompt().equals(node.prompt());
    }

    private void told() {
        if (wanted().isPresent() && model.trouble().get().equals(Words.get("fromTree.none"))) {
            model.trouble().set("");
        }
        var shown = model.origin().get();
        var state = model.state().get();
        title.setText(shown == null ? Words.get("under.title") : Words.get(
                shown.parts().size() > 1 ? "under.title.path" : "under.title.node", shown.node(), shortened(shown.text())));
        boolean other = wanted().filter(node -> !isShown(node)).isPresent();
        measure.setText(Words.get(other && shown != null ? "under.measure.other" : "measure"));
        measure.setDisable(!state.canMeasure() || wanted().isEmpty());
        for (var button : new Button[] {pause, stop}) {
            button.setVisible(state.isUnderWay());
            button.setManaged(state.isUnderWay());
        }
        pause.setGraphic(FontIcon.of(state == StripState.PAUSED ? Feather.PLAY : Feather.PAUSE, ICON));
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > SHORT ? line.substring(0, SHORT - 1) + "…" : line;
    }
}
