package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.strip.StripCurve;
import dev.thoughtscope.viewmodel.strip.StripModel;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Scale;

/// Total gain against the length of the thoughts.
final class CurvePane extends Region {
    private static final double HEIGHT = 170;
    private static final double LEFT = 78;
    private static final double RIGHT = 36;
    private static final double TOP = 34;
    private static final double BOTTOM = 34;

    private final StripModel model;
    private final Canvas canvas = new Canvas();
    private final Scale toScene = new Scale(1, 1);
    private double pixels = 1;
    private Look look;

    CurvePane(StripModel model) {
        this.model = model;
        canvas.getTransforms().add(toScene);
        canvas.setManaged(false);
        getChildren().add(canvas);
        getStyleClass().add("curve");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        model.curve().points().subscribe(this::requestLayout);
        model.curve().running().subscribe(this::requestLayout);
    }

    void setLook(Look newLook) {
        look = newLook;
        requestLayout();
    }

    void setDetail(double newPixels) {
        pixels = newPixels;
        requestLayout();
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
        gc.setFill(look.dark() ? look.ground() : look.surface());
        gc.fillRect(0, 0, getWidth(), getHeight());
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFont(Fonts.bold(12));
        gc.setFill(look.muted());
        gc.fillText(Words.get(model.curve().running().get() ? "curve.running" : "curve"), 18, 16);
        var points = List.copyOf(model.curve().points());
        if (!points.isEmpty()) {
            new Plot(gc, points).paint();
        }
    }

    private final class Plot {
        private final GraphicsContext gc;
        private final List<StripCurve.Point> points;
        private final double low;
        private final double high;
        private final double longest;

        Plot(GraphicsContext gc, List<StripCurve.Point> points) {
            this.gc = gc;
            this.points = points;
            low = Math.min(0, points.stream().mapToDouble(StripCurve.Point::sum).min().orElse(0));
            high = Math.max(low + 1, Math.max(0, points.stream().mapToDouble(StripCurve.Point::sum).max().orElse(0)));
            longest = Math.max(1, points.getLast().length());
        }

        private double x(double length) {
            return LEFT + length / longest * (getWidth() - LEFT - RIGHT);
        }

        private double y(double sum) {
            return TOP + (high - sum) / (high - low) * (getHeight() - TOP - BOTTOM);
        }

        void paint() {
            gc.setFont(Fonts.text(11));
            gc.setStroke(look.line());
            gc.setLineWidth(1);
            gc.strokeLine(LEFT - 6, y(0), getWidth() - RIGHT + 6, y(0));
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.fillText(Words.get("scale.zero"), LEFT - 12, y(0));
            double extreme = high > -low ? high : low;
            gc.fillText(Words.get("figure.sum.value", extreme), LEFT - 12, y(extreme));
            gc.setTextAlign(TextAlignment.CENTER);
            gc.setStroke(look.accent());
            gc.setLineWidth(2);
            gc.beginPath();
            for (var point : points) {
                gc.lineTo(x(point.length()), y(point.sum()));
            }
            gc.stroke();
            for (var point : points) {
                gc.setFill(look.accent());
                gc.fillOval(x(point.length()) - 3.5, y(point.sum()) - 3.5, 7, 7);
                gc.setFill(look.muted());
                gc.fillText(String.valueOf(point.length()), x(point.length()), getHeight() - 20);
            }
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.fillText(Words.get("curve.length"), getWidth() - RIGHT + 6, getHeight() - 6);
        }
    }
}
