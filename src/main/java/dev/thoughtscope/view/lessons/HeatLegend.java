package dev.thoughtscope.view.lessons;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.HeatScale;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;

/// What the colours of the boxes mean, in numbers.
final class HeatLegend extends HBox {
    private static final double BAR = 110;
    private static final int STOPS = 10;

    private final Label low = new Label();
    private final Label high = new Label();
    private final Rectangle bar = new Rectangle(BAR, 10);

    HeatLegend() {
        getStyleClass().add("heat-legend");
        setAlignment(Pos.CENTER_LEFT);
        setMouseTransparent(true);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        bar.setArcWidth(5);
        bar.setArcHeight(5);
        getChildren().addAll(new Label(Words.get("legend")), low, bar, high);
    }

    void show(HeatScale scale, Look look) {
        low.setText(String.format("≤ %.2f", scale.low()));
        high.setText(String.format("%.2f", scale.high()));
        var stops = new ArrayList<Stop>();
        for (int i = 0; i <= STOPS; i++) {
            stops.add(new Stop((double) i / STOPS, look.palette().at((double) i / STOPS)));
        }
        bar.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
    }
}
