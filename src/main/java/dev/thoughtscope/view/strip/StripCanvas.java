package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.page.Key;
import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.strip.PlacedToken;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.strip.StripTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// The text as it reads, each token on the colour of its gain. Paints only the lines in sight.
final class StripCanvas extends Region {
    private static final double MARGIN = 22;

    private final StripModel model;
    private final StripTokens tokens;
    private final Canvas canvas = new Canvas();
    private final Scale toScene = new Scale(1, 1);
    private final ScrollBar bar = new ScrollBar();
    private final Text ruler = new Text();
    private final Map<String, Double> widths = new HashMap<>();
    private final DoubleProperty top = new SimpleDoubleProperty(this, "top");
    private final ReadOnlyBooleanWrapper scrolls = new ReadOnlyBooleanWrapper(this, "scrolls");
    private List<PlacedToken> placed = List.of();
    private int lines;
    private double mostType = TypeSize.LARGEST;
    private TypeSize size = TypeSize.SMALLEST;
    private double placedFor = -1;
    private double placedIn = -1;
    private int placedGeneration = -1;
    private boolean pinned;
    private double pixels = 1;
    private Look look;

    StripCanvas(StripModel model) {
        this.model = model;
        tokens = model.tokens();
        ruler.setFont(Fonts.text(TypeSize.SMALLEST.font()));
        canvas.getTransforms().add(toScene);
        canvas.setManaged(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        getChildren().addAll(canvas, bar);
        bar.valueProperty().bindBidirectional(top);
        top.subscribe(this::repaint);
        setFocusTraversable(true);
        getProperties().put(Key.OWN_LETTERS, true);
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

    /// @param font in pixels at most
    void setMostType(double font) {
        mostType = font;
        placedGeneration = -1;
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
        return lines * size.line() + 2 * MARGIN;
    }

    /// Whether the text is longer than what is in sight.
    ReadOnlyBooleanProperty scrolls() {
        return scrolls.getReadOnlyProperty();
    }

    /// From one line to the next.
    double lineHeight() {
        return size.line();
    }

    private double clamp(double value) {
        return Math.clamp(value, 0, Math.max(0, contentHeight() - getHeight()));
    }

    void scrollTo(double value) {
        top.set(clamp(value));
    }

    int linesInSight() {
        return Math.max(1, (int) (getHeight() / size.line()) - 1);
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
        int line = (int) Math.floor((y - MARGIN + top.get()) / size.line());
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
            double line = size.line();
            double y = MARGIN + placed.get(index).line() * line;
            if (y < top.get() + line) {
                scrollTo(y - 2 * line);
            } else if (y + 2 * line > top.get() + getHeight()) {
                scrollTo(y + 3 * line - getHeight());
            }
            setAccessibleText(Words.get("accessible.token", tokens.text(index), tokens.gain(index)));
        }
        repaint();
    }

    @Override
    protected void layoutChildren() {
        arrange();
        double height = getHeight();
        scrolls.set(contentHeight() > height);
        double barWidth = bar.prefWidth(-1);
        bar.setVisible(scrolls.get());
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, height);
        bar.setMax(Math.max(0, contentHeight() - height));
        bar.setVisibleAmount(contentHeight() <= 0 ? 1 : bar.getMax() * height / contentHeight());
        bar.setUnitIncrement(size.line());
        bar.setBlockIncrement(height - size.line());
        canvas.setWidth(Math.ceil(getWidth()) * pixels);
        canvas.setHeight(Math.ceil(height) * pixels);
        toScene.setX(1 / pixels);
        toScene.setY(1 / pixels);
        paint();
    }

    private void arrange() {
        double width = getWidth() - 2 * MARGIN - bar.prefWidth(-1);
        double height = getHeight() - 2 * MARGIN;
        boolean sameRoom = width == placedFor && height == placedIn;
        if (width <= 0 || sameRoom && placedGeneration == tokens.generation()) {
            return;
        }
        placedFor = width;
        placedIn = height;
        placedGeneration = tokens.generation();
        size = TypeSize.fitting(width, height, mostType, small -> lines(tokens.arrange(small, this::widthOf)));
        double larger = size.font() / TypeSize.SMALLEST.font();
        placed = tokens.arrange(width, text -> widthOf(text) * larger);
        lines = lines(placed);
        top.set(clamp(top.get()));
    }

    private static int lines(List<PlacedToken> arranged) {
        return arranged.isEmpty() ? 0 : arranged.getLast().line() + 1;
    }

    private double widthOf(String text) {
        return widths.computeIfAbsent(text, this::measured);
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
        gc.setFont(Fonts.text(size.font()));
        gc.setTextBaseline(VPos.CENTER);
        int ground = Colours.of(look.dark() ? look.ground() : look.surface());
        double first = (top.get() - MARGIN) / size.line() - 1;
        double last = (top.get() + getHeight()) / size.line();
        var painter = new TokenPainter(gc, model, look, size, ground, MARGIN, MARGIN - top.get());
        placed.stream().filter(token -> token.line() >= first && token.line() <= last).forEach(painter::token);
        int index = model.selected().get();
        if (index >= 0 && index < placed.size()) {
            painter.mark(placed.get(index), pinned);
        }
    }
}
