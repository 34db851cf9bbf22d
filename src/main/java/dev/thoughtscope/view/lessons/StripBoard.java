package dev.thoughtscope.view.lessons;

import dev.thoughtscope.lessons.StripRecord;
import dev.thoughtscope.view.theme.Look;
import java.util.ArrayList;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/// A recorded token strip: the text tinted by what a thought before each token was worth, and the thought at the chosen one.
final class StripBoard extends VBox {
    private final TokenLine line = new TokenLine();
    private final Label head = new Label();
    private final Label gain = new Label();
    private final Label thought = new Label();
    private StripRecord strip = StripRecord.NONE;

    StripBoard() {
        getStyleClass().add("strip-board");
        line.getStyleClass().add("large");
        var caption = new Label(Words.get("strip.caption"));
        caption.getStyleClass().add("panel-caption");
        var scroll = new ScrollPane(line);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("panel-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        head.getStyleClass().add("strip-token");
        gain.getStyleClass().add("strip-gain");
        thought.getStyleClass().add("strip-thought");
        thought.setWrapText(true);
        thought.setMinHeight(USE_PREF_SIZE);
        var foot = new VBox(head, gain, thought);
        foot.getStyleClass().add("strip-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(caption, scroll, foot);
        line.setOnChoose(this::tell);
    }

    void show(StripRecord shown, Look look) {
        strip = shown;
        var colours = new ArrayList<Color>();
        int ground = rgb(look.ground());
        for (int tint : shown.tints(ground)) {
            colours.add(Color.rgb(tint >> 16 & 0xff, tint >> 8 & 0xff, tint & 0xff));
        }
        line.show(shown.tokens().stream().map(StripRecord.Token::text).toList(), colours);
        head.setText(Words.get("strip.hint"));
        gain.setText("");
        thought.setText("");
    }

    private static int rgb(Color colour) {
        return (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    void point(int token) {
        line.choose(token);
    }

    Bounds place(int token) {
        return line.place(token);
    }

    private void tell(int index) {
        var token = strip.tokens().get(index);
        head.setText(Words.get("strip.token", token.text().strip()));
        if (Double.isNaN(token.gain())) {
            gain.setText(Words.get("strip.unmeasured"));
            thought.setText("");
            return;
        }
        String sign = String.format(Locale.getDefault(), "%+.2f", token.gain()).replace('-', '−');
        String effect = token.gain() > 0.05 ? "helps" : token.gain() < -0.05 ? "hurts" : "same";
        gain.setText(Words.get("strip.gain." + effect, sign));
        thought.setText(Words.get("strip.thought", token.thought().strip()));
    }
}
