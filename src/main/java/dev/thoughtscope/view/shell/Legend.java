package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Palette;
import dev.thoughtscope.viewmodel.HeatScale;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the colours and forms of the tree mean, with the numbers that the colours span.
final class Legend extends HBox {
    private static final double BAR = 110;
    private final Label low = new Label();
    private final Label high = new Label();
    private final Rectangle bar = new Rectangle(BAR, 10);
    private final Line best = new Line(0, 0, 18, 0);
    private final Line work = new Line(0, 0, 18, 0);
    private final FontIcon reflection = FontIcon.of(Feather.ROTATE_CCW, 12);

    Legend() {
        getStyleClass().add("legend");
        setAlignment(Pos.CENTER_LEFT);
        setMouseTransparent(true);
        bar.setArcWidth(5);
        bar.setArcHeight(5);
        best.setStrokeWidth(3);
        work.setStrokeWidth(2.5);
        work.getStrokeDashArray().setAll(4.0, 5.0);
        getChildren().addAll(
                entry(new Label(Messages.get("legend.value")), low, bar, high),
                entry(best, new Label(Messages.get("legend.best"))),
                entry(work, new Label(Messages.get("legend.work"))),
                entry(reflection, new Label(Messages.get("legend.reflection"))));
        getChildren().forEach(part -> Widths.keep((HBox) part));
    }

    private static HBox entry(Node... parts) {
        var box = new HBox(6, parts);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// Leaves out what there is no room for, the last first.
    void fit(double room) {
        for (var part : getChildren()) {
            part.setVisible(true);
            part.setManaged(true);
        }
        for (int i = getChildren().size() - 1; i > 0 && prefWidth(-1) > room; i--) {
            getChildren().get(i).setVisible(false);
            getChildren().get(i).setManaged(false);
        }
    }

    void setLook(Look look) {
        bar.setFill(gradient(look.palette()));
        best.setStroke(look.strong());
        work.setStroke(look.accent());
        reflection.setIconColor(look.reflect());
    }

    void setScale(HeatScale scale) {
        low.setText(Messages.get("legend.below", scale.low()));
        high.setText(String.format("%.2f", scale.high()));
    }

    static LinearGradient gradient(Palette palette) {
        var stops = new ArrayList<Stop>();
        for (int i = 0; i <= 10; i++) {
            Color colour = palette.at(i / 10.0);
            stops.add(new Stop(i / 10.0, colour));
        }
        return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
    }
}
