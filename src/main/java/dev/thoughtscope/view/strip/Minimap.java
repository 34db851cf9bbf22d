package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.strip.StripModel;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// The whole strip in small, for texts longer than the window: where the gains are and what is in sight.
final class Minimap extends Region {
    static final double WIDTH = 84;
    private static final double MARGIN = 8;
    private static final double TALLEST = 6;

    private final StripModel model;
    private final StripCanvas strip;
    private final Canvas canvas = new Canvas();
    private final Scale toScene = new Scale(1, 1);
    private double pixels = 1;
    private Look look;

    Minimap(StripModel model, StripCanvas strip) {
        this.model = model;
        this.strip = strip;
        canvas.getTransforms().add(toScene);
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        strip.top().subscribe(this::requestLayout);
        model.selected().subscribe(this::requestLayout);
        setOnMousePressed(event -> go(event.getY()));
        setOnMouseDragged(event -> go(event.getY()));
    }

    void setLook(Look newLook) {
        look = newLook;
        requestLayout();
    }

    void setDetail(double newPixels) {
        pixels = newPixels;
        requestLayout();
    }

    private double lineHeight() {
        return Math.min(TALLEST, (getHeight() - 2 * MARGIN) / Math.max(1, strip.lines()));
    }

    private void go(double y) {
        double line = (y - MARGIN) / lineHeight();
        strip.scrollTo(line * strip.lineHeight() - strip.getHeight() / 2);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.ceil(getWidth()) * pixels);
        canvas.setHeight(Math.ceil(getHeight()) * pixels);
        toScene.setX(1 / pixels);
        toScene.setY(1 / pixels);
        if (look != null) {
            paint();
        }
    }

    private void paint() {
        var gc = canvas.getGraphicsContext2D();
        gc.setTransform(pixels, 0, 0, pixels, 0, 0);
        gc.setFill(look.dark() ? look.surface() : look.ground());
        gc.fillRect(0, 0, getWidth(), getHeight());
        double line = lineHeight();
        double across = (getWidth() - 2 * MARGIN) / Math.max(1, strip.textWidth());
        int ground = Colours.of(look.dark() ? look.surface() : look.ground());
        int paper = Colours.of(look.line());
        for (var token : strip.placed()) {
            int colour = model.tokens().colour(token.index(), ground);
            boolean faded = model.onlyBig().get() && !model.tokens().isBig(token.index());
            gc.setFill(Colours.of(faded || colour == ground ? paper : colour));
            gc.setGlobalAlpha(faded || colour == ground ? 0.5 : 1);
            gc.fillRect(
                    MARGIN + token.x() * across,
                    MARGIN + token.line() * line,
                    Math.max(1, token.width() * across - 0.3),
                    Math.max(0.8, line * 0.72));
        }
        gc.setGlobalAlpha(1);
        int selected = model.selected().get();
        if (selected >= 0 && selected < strip.placed().size()) {
            var token = strip.placed().get(selected);
            gc.setFill(look.text());
            gc.fillRect(MARGIN + token.x() * across - 1, MARGIN + token.line() * line - 1, Math.max(4, token.width() * across + 2), Math.max(3, line * 0.72 + 2));
        }
        double shown = Math.min(1, strip.getHeight() / strip.contentHeight());
        double top = strip.top().get() / strip.lineHeight() * line;
        gc.setStroke(look.accent());
        gc.setLineWidth(1.5);
        gc.strokeRoundRect(
                MARGIN - 4, MARGIN - 3 + top, getWidth() - 2 * MARGIN + 8, shown * strip.lines() * line + 6, 5, 5);
    }
}
