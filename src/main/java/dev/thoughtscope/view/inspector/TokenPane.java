package dev.thoughtscope.view.inspector;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.HeatScale;
import dev.thoughtscope.viewmodel.TokenView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// A text as its tokens, each on the colour of its confidence. Pointing at one, or walking with the arrow keys,
/// tells which.
final class TokenPane extends Region {
    private static final double SIZE = 14;
    private static final double LINE = 28;
    private static final double TILE = 22;

    private final Canvas canvas = new Canvas();
    private final Scale toScene = new Scale(1, 1);
    private final Text ruler = new Text();
    private List<TokenView> tokens = List.of();
    private List<Tile> tiles = List.of();
    private double laidOutFor = -1;
    private double height;
    private int pointed = -1;
    private double detail = 1;
    private Look look;
    private IntConsumer onPoint = _ -> {};
    private IntConsumer onChoose = _ -> {};

    /// Where a token stands.
    private record Tile(double x, double y, double width, String text) {}

    TokenPane() {
        ruler.setFont(Fonts.text(SIZE));
        canvas.getTransforms().add(toScene);
        canvas.setManaged(false);
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().add("token-pane");
        setAccessibleText(Messages.get("inspector.tokens"));
        setOnMouseMoved(event -> point(hit(event.getX(), event.getY())));
        setOnMouseExited(_ -> point(-1));
        setOnMousePressed(_ -> requestFocus());
        setOnMouseClicked(event -> choose(hit(event.getX(), event.getY())));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                point(-1);
            }
        });
    }

    /// @param action takes the token that was clicked, or chosen with Enter
    void setOnChoose(IntConsumer action) {
        onChoose = action;
    }

    private void choose(int index) {
        if (index >= 0) {
            onChoose.accept(index);
        }
    }

    void setOnPoint(IntConsumer action) {
        onPoint = action;
    }

    void setLook(Look newLook) {
        look = newLook;
        requestLayout();
    }

    void setDetail(double pixels) {
        detail = pixels;
        requestLayout();
    }

    void setTokens(List<TokenView> newTokens) {
        if (newTokens == tokens || newTokens.equals(tokens)) {
            return;
        }
        tokens = newTokens;
        laidOutFor = -1;
        point(-1);
        var all = new StringBuilder();
        tokens.forEach(token -> all.append(token.text()));
        setAccessibleText(Messages.get("inspector.tokens") + ": " + all);
        requestLayout();
    }

    TokenView token(int index) {
        return tokens.get(index);
    }

    /// Where a token is on the screen of this pane.
    Bounds bounds(int index) {
        var tile = tiles.get(index);
        return new BoundingBox(tile.x, tile.y, tile.width, TILE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        arrange(width < 0 ? getWidth() : width);
        return height;
    }

    @Override
    protected double computePrefWidth(double ignored) {
        return 240;
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth());
        canvas.setWidth(Math.ceil(getWidth()) * detail);
        canvas.setHeight(Math.ceil(Math.max(1, height)) * detail);
        toScene.setX(1 / detail);
        toScene.setY(1 / detail);
        paint();
    }

    private void arrange(double width) {
        if (width == laidOutFor || width <= 0) {
            return;
        }
        laidOutFor = width;
        var placed = new ArrayList<Tile>(tokens.size());
        double x = 0;
        double y = 0;
        for (var token : tokens) {
            boolean breaks = token.text().contains("\n");
            String text = shown(token.text());
            double tile = Math.min(width, Math.max(5, measure(text)) + 2);
            if (x > 0 && x + tile > width) {
                x = 0;
                y += LINE;
            }
            placed.add(new Tile(x, y, tile, text));
            x += tile + 1;
            if (breaks) {
                x = 0;
                y += LINE;
            }
        }
        tiles = placed;
        height = tokens.isEmpty() ? 0 : (x > 0 ? y + LINE : y);
    }

    private static String shown(String text) {
        return text.replace("\n", "⏎").replace("\t", "    ");
    }

    private double measure(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    private void paint() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.setTransform(detail, 0, 0, detail, 0, 0);
        gc.clearRect(0, 0, getWidth() + 1, height + 1);
        if (look == null) {
            return;
        }
        gc.setFont(Fonts.text(SIZE));
        gc.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < tiles.size(); i++) {
            paint(gc, tiles.get(i), tokens.get(i), i == pointed);
        }
    }

    private void paint(GraphicsContext gc, Tile tile, TokenView token, boolean isPointed) {
        boolean known = !Double.isNaN(token.confidence());
        double place = HeatScale.WHOLE.place(known ? token.confidence() : 0);
        Color colour = known ? look.palette().at(place) : look.line();
        gc.setFill(known ? colour.deriveColor(0, 1, 1, isPointed ? 1 : 0.88) : look.line().deriveColor(0, 1, 1, 0.4));
        gc.fillRoundRect(tile.x, tile.y + 1, tile.width, TILE, 6, 6);
        if (isPointed) {
            gc.setStroke(look.accent());
            gc.setLineWidth(2);
            gc.strokeRoundRect(tile.x - 0.5, tile.y + 0.5, tile.width + 1, TILE + 1, 7, 7);
        }
        gc.setFill(known ? look.palette().ink(place) : look.text());
        gc.fillText(tile.text, tile.x + 1, tile.y + 1 + TILE / 2);
        if (!token.chosen()) {
            underline(gc, tile, colour);
        }
    }

    /// Marks a token that the model was given: scored, not chosen.
    private static void underline(GraphicsContext gc, Tile tile, Color colour) {
        gc.setStroke(colour);
        gc.setLineWidth(1.5);
        gc.setLineDashes(2, 2);
        gc.strokeLine(tile.x + 2, tile.y + TILE + 3, tile.x + tile.width - 2, tile.y + TILE + 3);
        gc.setLineDashes();
    }

    private int hit(double x, double y) {
        for (int i = 0; i < tiles.size(); i++) {
            var tile = tiles.get(i);
            if (y >= tile.y && y < tile.y + LINE && x >= tile.x && x <= tile.x + tile.width + 1) {
                return i;
            }
        }
        return -1;
    }

    void point(int index) {
        if (index != pointed) {
            pointed = index;
            if (index >= 0) {
                var token = tokens.get(index);
                setAccessibleText(token.text() + ", " + Messages.get("token.confidence", Messages.value(token.confidence())));
            }
            paint();
            onPoint.accept(index);
        }
    }

    /// The token nearest to the pointed one in the line above or below; the pointed one where there is none.
    private int beside(int lines) {
        if (pointed < 0) {
            return 0;
        }
        var from = tiles.get(pointed);
        int best = pointed;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < tiles.size(); i++) {
            double distance = Math.abs(tiles.get(i).x + tiles.get(i).width / 2 - from.x - from.width / 2);
            if (tiles.get(i).y == from.y + lines * LINE && distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        return best;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == javafx.scene.input.KeyCode.ENTER && pointed >= 0) {
            choose(pointed);
            event.consume();
            return;
        }
        int next = switch (event.getCode()) {
            case HOME -> 0;
            case END -> tokens.size() - 1;
            case UP -> beside(-1);
            case DOWN -> beside(1);
            case LEFT -> Math.max(0, pointed - 1);
            case RIGHT -> Math.min(tokens.size() - 1, pointed + 1);
            case ESCAPE -> -1;
            default -> Integer.MIN_VALUE;
        };
        if (next >= -1) {
            point(next);
            event.consume();
        }
    }
}
