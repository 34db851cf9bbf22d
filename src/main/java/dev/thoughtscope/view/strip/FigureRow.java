package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.StripFigures;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// The figures over the text, side by side.
final class FigureRow {
    private FigureRow() {}

    static List<Node> of(StripFigures figures) {
        if (figures.measured() == 0) {
            return List.of();
        }
        return List.of(
                box("figure.sum", Words.get("figure.sum.value", figures.sum())),
                box("figure.top", Words.percent(figures.topTenthShare())),
                box(
                        "figure.perplexity",
                        Words.get("figure.perplexity.value", Words.number(figures.base()), Words.number(figures.mixed()))),
                box("figure.weight", Words.number(figures.weight())));
    }

    static Node difference(double nats) {
        return box("figure.difference", Words.get("figure.sum.value", nats));
    }

    private static Node box(String key, String figure) {
        var name = new Label(Words.get(key));
        name.getStyleClass().add("name");
        var value = new Label(figure);
        value.getStyleClass().add("figure");
        var box = new VBox(name, value);
        box.getStyleClass().add("figure-box");
        Tooltip.install(box, new Tooltip(Words.get(key + ".tip")));
        return box;
    }
}
