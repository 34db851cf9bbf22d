package dev.thoughtscope.view.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// Tokens one after another, each on a colour. One of them is chosen: by pointing, or with the up and down keys.
final class TokenLine extends FlowPane {
    private static final double BRIGHT = 0.45;

    private final List<Label> tiles = new ArrayList<>();
    private IntConsumer onChoose = _ -> {};
    private int chosen = -1;

    TokenLine() {
        getStyleClass().add("token-line");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(_ -> requestFocus());
    }

    /// @param action takes the token that was chosen
    void setOnChoose(IntConsumer action) {
        onChoose = action;
    }

    /// @param colours one for each token
    void show(List<String> tokens, List<Color> colours) {
        tiles.clear();
        getChildren().clear();
        chosen = -1;
        for (int i = 0; i < tokens.size(); i++) {
            var tile = tile(tokens.get(i), colours.get(i), i);
            tiles.add(tile);
            getChildren().add(tile);
            if (tokens.get(i).contains("\n") && i < tokens.size() - 1) {
                var turn = new Region();
                turn.prefWidthProperty().bind(widthProperty().subtract(30));
                getChildren().add(turn);
            }
        }
        setAccessibleText(Words.get("tokens", String.join("", tokens)));
    }

    private Label tile(String text, Color colour, int index) {
        var tile = new Label(visible(text));
        tile.getStyleClass().add("tile");
        if (text.startsWith(" ")) {
            tile.getStyleClass().add("spaced");
        }
        String ink = luminance(colour) > BRIGHT ? "#101418" : "white";
        tile.setStyle("-fx-background-color: " + web(colour) + "; -fx-text-fill: " + ink + ";");
        tile.setMinWidth(USE_PREF_SIZE);
        tile.setOnMouseEntered(_ -> choose(index));
        return tile;
    }

    private static String visible(String text) {
        String shown = text.strip();
        return shown.isEmpty() ? text.contains("\n") ? "⏎" : "␣" : shown;
    }

    static String web(Color colour) {
        return String.format("#%02x%02x%02x", channel(colour.getRed()), channel(colour.getGreen()), channel(colour.getBlue()));
    }

    private static int channel(double part) {
        return (int) Math.round(part * 255);
    }

    /// Perceived lightness, 0 to 1, near enough to choose an ink.
    private static double luminance(Color colour) {
        return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
    }

    void choose(int index) {
        if (index < 0 || index >= tiles.size()) {
            return;
        }
        if (chosen >= 0) {
            tiles.get(chosen).getStyleClass().remove("chosen");
        }
        chosen = index;
        tiles.get(index).getStyleClass().add("chosen");
        onChoose.accept(index);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> choose(Math.max(0, chosen - 1));
            case DOWN -> choose(Math.min(tiles.size() - 1, chosen + 1));
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Where a token is in the scene, or null if there is no such token.
    Bounds place(int index) {
        if (index < 0 || index >= tiles.size()) {
            return null;
        }
        var tile = tiles.get(index);
        return tile.localToScene(tile.getLayoutBounds());
    }
}
