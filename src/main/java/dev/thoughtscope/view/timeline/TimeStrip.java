package dev.thoughtscope.view.timeline;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.History;
import dev.thoughtscope.viewmodel.WindowModel;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

/// All events of a run from left to right: the vote shares of the answers as layers, or nodes and tokens as curves;
/// the value of the best answer as a line; answers, reflections and bookmarks as marks. Pressing or dragging goes to
/// that moment.
final class TimeStrip extends Region {
    private static final double HEIGHT = 58;
    private static final double MARKS = 11;
    private static final double EDGE = 6;

    private final WindowModel model;
    private final Canvas canvas = new Canvas();
    private final Scale toScene = new Scale(1, 1);
    private Look look;
    private double detail = 1;
    private boolean votes = true;

    TimeStrip(WindowModel model) {
        this.model = model;
        canvas.getTransforms().add(toScene);
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(80);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(Messages.get("timeline.accessible"));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::seek);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seek);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(this::paint);
    }

    void setLook(Look newLook) {
        look = newLook;
        paint();
    }

    /// @param show the shares of the answers, else nodes and tokens
    void setVotes(boolean show) {
        votes = show;
        paint();
    }

    void setDetail(double pixels) {
        detail = pixels;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.ceil(getWidth()) * detail);
        canvas.setHeight(Math.ceil(getHeight()) * detail);
        toScene.setX(1 / detail);
        toScene.setY(1 / detail);
        paint();
    }

    private void seek(MouseEvent event) {
        requestFocus();
        double share = (event.getX() - EDGE) / Math.max(1, getWidth() - 2 * EDGE);
        model.playback().playing().set(false);
        model.playback().seek((int) Math.round(share * model.playback().length().get()));
        event.consume();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.playback().stepSimulation(-1);
            case RIGHT -> model.playback().stepSimulation(1);
            case HOME -> model.playback().seek(1);
            case END -> model.playback().toHead();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private double x(int events) {
        return EDGE + (getWidth() - 2 * EDGE) * events / Math.max(1, model.playback().length().get());
    }

    void paint() {
        if (look == null || getWidth() <= 0) {
            return;
        }
        var gc = canvas.getGraphicsContext2D();
        gc.setTransform(detail, 0, 0, detail, 0, 0);
        double width = getWidth();
        double height = getHeight();
        gc.clearRect(0, 0, width + 1, height + 1);
        gc.setFill(look.dark() ? look.surface() : look.ground());
        gc.fillRoundRect(0, 0, width, height, 10, 10);
        if (isFocused()) {
            gc.setStroke(look.accent());
            gc.setLineWidth(1.5);
            gc.strokeRoundRect(1, 1, width - 2, height - 2, 10, 10);
        }
        if (votes) {
            new VoteLayers(model, look, this::x, MARKS + 4, height - 3).paint(gc);
        } else {
            hill(gc, height);
            tokens(gc, height);
        }
        line(gc, height);
        marks(gc);
        bookmarks(gc, height);
        head(gc, height);
    }

    private void hill(GraphicsContext gc, double height) {
        var points = model.playback().history().points();
        if (points.isEmpty()) {
            return;
        }
        double most = Math.max(1, points.getLast().nodes());
        double room = height - MARKS - 10;
        gc.beginPath();
        gc.moveTo(EDGE, height - 4);
        double last = -1;
        for (var point : points) {
            double x = x(point.events());
            if (x - last >= 1) {
                last = x;
                gc.lineTo(x, height - 4 - room * point.nodes() / most);
            }
        }
        gc.lineTo(x(points.getLast().events()), height - 4);
        gc.closePath();
        gc.setFill(look.edge().deriveColor(0, 1, 1, look.dark() ? 0.5 : 0.38));
        gc.fill();
    }

    private void tokens(GraphicsContext gc, double height) {
        var points = model.playback().history().points();
        if (points.isEmpty()) {
            return;
        }
        double most = Math.max(1, points.getLast().tokens());
        double room = height - MARKS - 10;
        gc.beginPath();
        gc.moveTo(EDGE, height - 4);
        double last = -1;
        for (var point : points) {
            double x = x(point.events());
            if (x - last >= 1) {
                last = x;
                gc.lineTo(x, height - 4 - room * point.tokens() / most);
            }
        }
        gc.setStroke(look.muted());
        gc.setLineWidth(1.3);
        gc.setLineDashes(3, 3);
        gc.stroke();
        gc.setLineDashes((double[]) null);
    }

    private void bookmarks(GraphicsContext gc, double height) {
        gc.setFill(look.accent());
        for (int events : model.playback().history().bookmarks()) {
            double x = Math.round(x(events));
            gc.fillRect(x - 0.5, 2, 1.5, height - 4);
            gc.fillPolygon(new double[] {x, x + 9, x}, new double[] {1, 5.5, 10}, 3);
        }
    }

    private void line(GraphicsContext gc, double height) {
        double low = model.tree().heat().low();
        double room = height - MARKS - 12;
        double before = Double.NaN;
        double beforeX = 0;
        String answer = "";
        gc.setLineWidth(2);
        gc.setFont(Fonts.bold(10.5));
        gc.setTextBaseline(VPos.CENTER);
        for (var point : model.playback().history().points()) {
            if (Double.isNaN(point.value())) {
                continue;
            }
            double x = x(point.events());
            if (!Double.isNaN(before) && x - beforeX < 1 && point.answer().equals(answer)) {
                continue;
            }
            double share = Math.clamp((point.value() - low) / (1 - low), 0, 1);
            double y = height - 5 - room * share;
            if (!Double.isNaN(before)) {
                gc.setStroke(votes ? look.strong() : look.palette().at(share).interpolate(look.text(), 0.25));
                gc.strokeLine(beforeX, before, x, y);
            }
            if (!point.answer().equals(answer)) {
                answer = point.answer();
                if (!votes) {
                    gc.setFill(look.text());
                    gc.fillText(shortened(answer), x + 3, y - 8 < MARKS + 6 ? y + 10 : y - 8);
                }
            }
            before = y;
            beforeX = x;
        }
        gc.setTextBaseline(VPos.BASELINE);
    }

    static String shortened(String answer) {
        return answer.length() > 10 ? answer.substring(0, 9) + "…" : answer;
    }

    private void marks(GraphicsContext gc) {
        double last = -10;
        for (var finding : model.playback().history().findings()) {
            double x = x(finding.events());
            if (x - last < 2.5) {
                continue;
            }
            last = x;
            gc.setFill(colour(finding.kind()));
            if (finding.kind() == History.Finding.Kind.REFLECTION) {
                gc.fillPolygon(new double[] {x - 4, x, x + 4, x}, new double[] {MARKS / 2 + 1, 2, MARKS / 2 + 1, MARKS}, 4);
            } else {
                gc.fillOval(x - 2.8, MARKS / 2 - 1.8, 5.6, 5.6);
            }
        }
    }

    private Color colour(History.Finding.Kind kind) {
        return switch (kind) {
            case RIGHT -> look.right();
            case WRONG -> look.wrong();
            case ANSWER -> look.muted();
            case REFLECTION -> look.reflect();
        };
    }

    private void head(GraphicsContext gc, double height) {
        double x = Math.round(x(model.playback().position().get()));
        if (!model.playback().atHead().get()) {
            gc.setFill((look.dark() ? look.surface() : look.ground()).deriveColor(0, 1, 1, 0.6));
            gc.fillRect(x, 0, Math.max(0, getWidth() - x), height);
        }
        gc.setFill(look.accent());
        gc.fillRect(x - 1, 0, 2, height);
        gc.fillOval(x - 4, height - 8, 8, 8);
    }
}
