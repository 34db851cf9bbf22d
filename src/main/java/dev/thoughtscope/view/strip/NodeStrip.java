package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.Late;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.TreeStrip;
import dev.thoughtscope.viewmodel.strip.StripModel;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The strip under the tree: of the selected node's text or of the whole path to it, measured when a person asks, and
/// made when first asked for.
public final class NodeStrip {
    private static final int ICON = 16;

    private final StripModel model;
    private final TreeStrip tree;
    private final StackPane root = new StackPane();
    private final Late<NodeStripPane> pane;
    private Look look;
    private double detail = 1;

    /// @param page the strip of the page, which takes over what is measured here
    /// @param onPage brings that page into view
    public NodeStrip(StripModel page, TreeStrip tree, Runnable onPage) {
        this.tree = tree;
        model = page.sister();
        Runnable toPage = () -> {
            page.show(model);
            onPage.run();
        };
        pane = new Late<>(() -> new NodeStripPane(model, tree, toPage, () -> open(false)));
        open(false);
    }

    public Region root() {
        return root;
    }

    public void setDetail(double pixels) {
        detail = pixels;
        pane.ifMade().ifPresent(made -> made.setDetail(pixels));
    }

    public void setLook(Look newLook) {
        look = newLook;
        pane.ifMade().ifPresent(made -> made.setLook(newLook));
    }

    /// A button that measures the selected node.
    public Button button() {
        var button = new Button("", FontIcon.of(Feather.BAR_CHART_2, ICON));
        button.setId("strip-of-node");
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setAccessibleText(Words.get("under.button"));
        button.setTooltip(new Tooltip(Words.get("under.button.tip")));
        button.setOnAction(_ -> measure());
        return button;
    }

    /// @param onTree brings the page of the tree into view
    public Command command(Runnable onTree) {
        return Command.of("strip.under", Words.get("under.command"), () -> {
            onTree.run();
            measure();
        }, "Shortcut+T");
    }

    private void measure() {
        if (pane.ifMade().isEmpty()) {
            root.getChildren().add(pane.get());
            pane.get().setLook(look);
            pane.get().setDetail(detail);
        }
        open(true);
        pane.get().measure();
    }

    private void open(boolean open) {
        root.setVisible(open);
        root.setManaged(open);
        if (!open) {
            model.stop();
        }
    }
}
