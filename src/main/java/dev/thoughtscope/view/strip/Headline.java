package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.StripModel;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the strip shows, in a sentence, and what its colours mean.
final class Headline extends VBox {
    private final StripModel model;
    private final Label finding = new Label();
    private final Label meaning = new Label();

    Headline(StripModel model) {
        this.model = model;
        getStyleClass().add("headline");
        finding.getStyleClass().add("finding");
        meaning.getStyleClass().add("meaning");
        finding.setWrapText(true);
        meaning.setWrapText(true);
        getChildren().addAll(finding, meaning);
        model.revision().subscribe(_ -> tell());
    }

    private void tell() {
        var tokens = model.tokens();
        setVisible(tokens.anyMeasured());
        setManaged(tokens.anyMeasured());
        if (!tokens.anyMeasured()) {
            return;
        }
        var best = tokens.best();
        finding.setText(best.isEmpty() || tokens.gain(best.get()) <= 0
                ? Words.get("finding.none")
                : Words.get(
                        "finding",
                        tokens.word(best.get()),
                        Words.times(Math.exp(tokens.gain(best.get()))),
                        model.measuredAhead()));
        meaning.setText(Words.get("meaning"));
    }
}
