package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.tree.LegendSample.What;
import dev.thoughtscope.viewmodel.HeatScale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// Every sign of the tree with what it means, in numbers where it shows some.
public final class LegendCard extends GridPane {
    private static final int ROWS = 9;
    private final List<LegendSample> samples = new ArrayList<>();
    private final Map<What, Label> words = new EnumMap<>(What.class);

    public LegendCard() {
        getStyleClass().add("legend-card");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        for (var what : What.values()) {
            var sample = new LegendSample(what);
            var label = new Label(sample.words());
            samples.add(sample);
            words.put(what, label);
            int place = what.ordinal();
            add(sample, place / ROWS * 2, place % ROWS);
            add(label, place / ROWS * 2 + 1, place % ROWS);
        }
    }

    public void setLook(Look look) {
        samples.forEach(sample -> sample.setLook(look));
    }

    /// @param simulations that the tree holds
    public void setNumbers(HeatScale scale, int simulations) {
        words.get(What.FILL).setText(TreeWords.get("legend.fill.numbers", scale.low(), scale.high()));
        words.get(What.BORDER).setText(TreeWords.get("legend.border.numbers", scale.low(), scale.high()));
        words.get(What.BAND).setText(TreeWords.get("legend.band.numbers", simulations));
    }
}
