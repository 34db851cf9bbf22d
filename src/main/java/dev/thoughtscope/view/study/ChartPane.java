package dev.thoughtscope.view.study;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.study.StudyChart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A chart with its points under the pointer and the arrow keys: hovering tells the numbers, a click or Enter chooses.
final class ChartPane extends Region {
    private static final double REACH = 14;

    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private final Scale toScene = new Scale(1, 1);
    private final Consumer<StudyChart.Point> onChoose;
    private List<ChartPainter.Spot> spots = List.of();
    private double pixels = 1;
    private StudyChart chart;
    private Look look;
    private int pointed = -1;

    ChartPane(Consumer<StudyChart.Point> onChoose) {
        this.onChoose = onChoose;
        canvas.getTransforms().add(toScene);
        canvas.setManaged(false);
        getChildren().add(canvas);
        getStyleClass().add("chart");
        setFocusTraversable(true);
        setMinSize(360, 240);
        setOnMouseMoved(this::moved);
        setOnMouseExited(_ -> point(-1));
        setOnMouseClicked(_ -> {
            requestFocus();
            choose();
        });
        setOnKeyPressed(this::pressed);
    }

    void setDetail(double newPixels) {
        pixels = newPixels;
        requestLayout();
    }

    void setLook(Look newLook) {
        look = newLook;
        requestLayout();
    }

    void show(StudyChart shown) {
        boolean other = chart == null || shown == null || !chart.id().equals(shown.id());
        chart = shown;
        if (other) {
            pointed = -1;
        }
        setAccessibleText(shown == null ? "" : Words.get("chart." + shown.id()));
        requestLayout();
    }

    StudyChart chart() {
        return chart;
    }

    WritableImage picture() {
        var parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(2, 2));
        double before = pixels;
        setDetail(2);
        layout();
        var image = snapshot(parameters, null);
        setDetail(before);
        return image;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.ceil(getWidth()) * pixels);
        canvas.setHeight(Math.ceil(getHeight()) * pixels);
        toScene.setX(1 / pixels);
        toScene.setY(1 / pixels);
        if (look == null) {
            return;
        }
        var gc = canvas.getGraphicsContext2D();
        gc.setTransform(pixels, 0, 0, pixels, 0, 0);
        var painter = new ChartPainter(gc, look, getWidth(), getHeight());
        spots = chart == null ? List.of() : painter.paint(chart, pointed);
    }

    private void moved(MouseEvent event) {
        int best = -1;
        double least = REACH;
        for (int i = 0; i < spots.size(); i++) {
            double distance = spots.get(i).distance(event.getX(), event.getY());
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        point(best);
    }

    private void point(int index) {
        if (index == pointed) {
            return;
        }
        pointed = index;
        requestLayout();
        tip.hide();
        if (index >= 0 && getScene() != null) {
            var spot = spots.get(index);
            String words = spot.words();
            setAccessibleHelp(words);
            tip.setText(words);
            var at = localToScreen(spot.x() + 12, spot.y() + 12);
            if (at != null) {
                tip.show(this, at.getX(), at.getY());
            }
        }
    }

    private void pressed(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step != 0 && !spots.isEmpty()) {
            point(Math.floorMod(pointed < 0 && step < 0 ? -1 : pointed + step, spots.size()));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && pointed >= 0) {
            choose();
            event.consume();
        }
    }

    private void choose() {
        if (pointed >= 0 && pointed < spots.size()) {
            onChoose.accept(spots.get(pointed).point());
        }
    }

    List<ChartPainter.Spot> spots() {
        return new ArrayList<>(spots);
    }
}
