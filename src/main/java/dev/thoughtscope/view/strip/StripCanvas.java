package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.strip.PlacedToken;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.strip.StripTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// The text as it reads, each token on the colour of its gain. Paints only the lines in sight.
final class StripCanvas extends Region {
    static final double LINE = 33;
    private static final double TILE = 27;
    private static final double MARGIN = 22;
    private static final double SIZE = 16;

    private final StripModel model;
    private final StripTokens tokens;
    private final Canvas canvas = new Canvas();
    private final Scale toScene = new Scale(1, 1);
    private final ScrollBar bar = new ScrollBar();
    private final Text ruler = new Text();
    private final Map<String, Double> widths = new HashMap<>();
    private final DoubleProperty top = new SimpleDoubleProperty(this, "top");
    private List<PlacedToken> placed = List.of();
    private int lines;
    private double placedFor = -1;
    private int placedGeneration = -1;
    private boolean pinned;
    private double pixels = 1;
    private Look look;

    StripCanvas(StripModel model) {
        this.model = model;
        tokens = model.tokens();
        ruler.setFont(Fonts.text(SIZE));
        canvas.getTransforms().add(toScene);
        canvas.setManaged(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        getChildren().addAll(canvas, bar);
        bar.valueProperty().bindBidirectional(top);
        top.subscribe(this::repaint);
        setFocusTraversable(true);
        getStyleClass().add("strip-canvas");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(Words.get("accessible.text"));
        setOnMouseMoved(this::pointed);
        setOnMousePressed(this::pressed);
        setOnScroll(event -> top.set(clamp(top.get() - event.getDeltaY())));
        model.selected().subscribe(this::selected);
    }

    void setLook(Look newLook) {
        look = newLook;
        repaint();
    }

    /// Pixels of a picture in one unit.
    void setDetail(double newPixels) {
        pixels = newPixels;
        requestLayout();
    }

    void repaint() {
        requestLayout();
    }

    List<PlacedToken> placed() {
        return placed;
    }

    int lines() {
        return lines;
    }

    double textWidth() {
        return placedFor;
    }

    DoubleProperty top() {
        return top;
    }

    double contentHeight() {
        return lines * LINE + 2 * MARGIN;
    }

    private double clamp(double value) {
        return Math.clamp(value, 0, Math.max(0, contentHeight() - getHeight()));
    }

    void scrollTo(double value) {
        top.set(clamp(value));
    }

    int linesInSight() {
        return Math.max(1, (int) (getHeight() / LINE) - 1);
    }

    /// The token so many lines below a token, or above it; in the first or the last line where there are fewer.
    int vertical(int from, int step) {
        if (from < 0 || from >= placed.size()) {
            return placed.isEmpty() ? StripModel.NONE : 0;
        }
        var here = placed.get(from);
        double middle = here.x() + here.width() / 2;
        int line = Math.clamp(here.line() + step, 0, lines - 1);
        int best = from;
        for (var token : placed) {
            if (token.line() == line
                    && (best == from || distance(token, middle) < distance(placed.get(best), middle))) {
                best = token.index();
            }
        }
        return best;
    }

    private static double distance(PlacedToken token, double x) {
        return Math.abs(token.x() + token.width() / 2 - x);
    }

    /// Lets the mouse choose again.
    void unpin() {
        pinned = false;
        repaint();
    }

    void pin() {
        pinned = true;
    }

    private void pointed(MouseEvent event) {
        int index = hit(event.getX(), event.getY());
        if (!pinned && index >= 0) {
            model.selected().set(index);
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        int index = hit(event.getX(), event.getY());
        pinned = index >= 0 && !(pinned && index == model.selected().get());
        if (index >= 0) {
            model.selected().set(index);
        }
        repaint();
    }

    private int hit(double x, double y) {
        int line = (int) Math.floor((y - MARGIN + top.get()) / LINE);
        for (var token : placed) {
            if (token.line() == line && x - MARGIN >= token.x() && x - MARGIN < token.right()) {
                return token.index();
            }
        }
        return StripModel.NONE;
    }

    private void selected() {
        int index = model.selected().get();
        if (index >= 0 && index < placed.size()) {
            double y = MARGIN + placed.get(index).line() * LINE;
            if (y < top.get() + LINE) {
                scrollTo(y - 2 * LINE);
            } else if (y + 2 * LINE > top.get() + getHeight()) {
                scrollTo(y + 3 * LINE - getHeight());
            }
            setAccessibleText(Words.get("accessible.token", tokens.text(index), tokens.gain(index)));
        }
        repaint();
    }

    @Override
    protected void layoutChildren() {
        arrange();
        double height = getHeight();
        boolean scrolls = contentHeight() > height;
        double barWidth = bar.prefWidth(-1);
        bar.setVisible(scrolls);
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, height);
        bar.setMax(Math.max(0, contentHeight() - height));
        bar.setVisibleAmount(contentHeight() <= 0 ? 1 : bar.getMax() * height / contentHeight());
        bar.setUnitIncrement(LINE);
        bar.setBlockIncrement(height - LINE);
        canvas.setWidth(Math.ceil(getWidth()) * pixels);
        canvas.setHeight(Math.ceil(height) * pixels);
        toScene.setX(1 / pixels);
        toScene.setY(1 / pixels);
        paint();
    }

    private void arrange() {
        double width = getWidth() - 2 * MARGIN - bar.prefWidth(-1);
        if (width <= 0 || width == placedFor && placedGeneration == tokens.generation()) {
            return;
        }
        placedFor = width;
        placedGeneration = tokens.generation();
        placed = tokens.arrange(width, text -> widths.computeIfAbsent(text, this::measured));
        lines = placed.isEmpty() ? 0 : placed.getLast().line() + 1;
        top.set(clamp(top.get()));
    }

    private double measured(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth() + 1;
    }

    private void paint() {
        if (look == null) {
            return;
        }
        var gc = canvas.getGraphicsContext2D();
        gc.setTransform(pixels, 0, 0, pixels, 0, 0);
        gc.setFill(look.dark() ? look.ground() : look.surface());
        gc.fillRect(0, 0, getWidth(), getHeight());
        gc.setFont(Fonts.text(SIZE));
        gc.setTextBaseline(VPos.CENTER);
        int ground = Colours.of(look.dark() ? look.ground() : look.surface());
        double first = (top.get() - MARGIN) / LINE - 1;
        double last = (top.get() + getHeight()) / LINE;
        for (var token : placed) {
            if (token.line() >= first && token.line() <= last) {
                token(gc, token, ground);
            }
        }
        mark(gc);
    }

    private void token(GraphicsContext gc, PlacedToken token, int ground) {
        double x = MARGIN + token.x();
        double y = MARGIN + token.line() * LINE - top.get();
        boolean measured = !Double.isNaN(tokens.gain(token.index()));
        boolean faded = model.onlyBig().get() && !tokens.isBig(token.index());
        int colour = faded ? ground : tokens.colour(token.index(), ground);
        Color ink = faded || !measured ? look.muted() : look.text();
        if (colour != ground) {
            gc.setFill(Colours.of(colour));
            gc.fillRoundRect(x, y, Math.max(3, token.width() - 0.75), TILE, 6, 6);
            ink = Colours.of(StripTokens.ink(colour));
        }
        gc.setFill(ink);
        gc.setGlobalAlpha(faded ? 0.55 : 1);
        gc.fillText(token.text(), x + 0.5, y + TILE / 2);
        gc.setGlobalAlpha(1);
    }

    private void mark(GraphicsContext gc) {
        int index = model.selected().get();
        if (index < 0 || index >= placed.size()) {
            return;
        }
        var token = placed.get(index);
        gc.setStroke(pinned ? look.accent() : look.text());
        gc.setLineWidth(pinned ? 2.5 : 1.75);
        double y = MARGIN + token.line() * LINE - top.get();
        gc.strokeRoundRect(MARGIN + token.x() - 1, y - 1, token.width() + 1.5, TILE + 2, 7, 7);
    }
}
