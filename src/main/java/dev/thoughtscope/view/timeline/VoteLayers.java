package dev.thoughtscope.view.timeline;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.AnswerRow;
import dev.thoughtscope.viewmodel.Mark;
import dev.thoughtscope.viewmodel.VoteShares;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// The share of the votes that each answer had at each moment, weighted by value: the heaviest answers as layers from
/// the foot up, each with its name where there is room; what is left above is all others.
final class VoteLayers {
    private static final int ANSWERS = 4;
    private static final double LEAST_NAMED = 11;
    private final WindowModel model;
    private final Look look;
    private final IntToDoubleFunction x;
    private final double top;
    private final double foot;

    VoteLayers(WindowModel model, Look look, IntToDoubleFunction x, double top, double foot) {
        this.model = model;
        this.look = look;
        this.x = x;
        this.top = top;
        this.foot = foot;
    }

    void paint(GraphicsContext gc) {
        var shares = model.playback().history().shares();
        var answers = shares.heaviest(ANSWERS);
        if (answers.isEmpty()) {
            return;
        }
        int length = model.playback().length().get();
        double end = x.applyAsDouble(length);
        var points = shares.points(answers, length / Math.max(1, end - x.applyAsDouble(0)));
        double first = x.applyAsDouble(points.getFirst().events());
        gc.setFill(look.line().deriveColor(0, 1, 1, 0.55));
        gc.fillRect(first, top, end - first, foot - top);
        for (int layer = answers.size() - 1; layer >= 0; layer--) {
            area(gc, points, layer, end);
            gc.setFill(colour(answers.get(layer), layer));
            gc.fill();
            gc.setStroke(look.surface());
            gc.setLineWidth(1);
            gc.stroke();
        }
        names(gc, points.getLast(), answers, end);
    }

    private double height(VoteShares.Point point, int layer) {
        double sum = 0;
        for (int i = 0; i <= layer; i++) {
            sum += point.shares()[i];
        }
        return foot - (foot - top) * sum;
    }

    private void area(GraphicsContext gc, List<VoteShares.Point> points, int layer, double end) {
        gc.beginPath();
        gc.moveTo(x.applyAsDouble(points.getFirst().events()), foot);
        for (var point : points) {
            gc.lineTo(x.applyAsDouble(point.events()), height(point, layer));
        }
        gc.lineTo(end, height(points.getLast(), layer));
        gc.lineTo(end, foot);
        gc.closePath();
    }

    private Color colour(String answer, int layer) {
        var mark = model.outcome().get().answers().stream()
                .filter(row -> row.answer().equals(answer))
                .map(AnswerRow::mark)
                .findFirst()
                .orElse(Mark.NONE);
        Color base = switch (mark) {
            case RIGHT -> look.right();
            case WRONG -> look.wrong();
            case NONE -> look.accent();
        };
        Color ground = look.dark() ? look.surface() : look.ground();
        return ground.interpolate(base, 0.42 - 0.08 * layer);
    }

    private void names(GraphicsContext gc, VoteShares.Point last, List<String> answers, double end) {
        gc.setFont(Fonts.bold(10.5));
        gc.setTextBaseline(VPos.CENTER);
        gc.setFill(look.text());
        double below = foot;
        for (int layer = 0; layer < answers.size(); layer++) {
            double above = height(last, layer);
            if (below - above >= LEAST_NAMED) {
                String name = TimeStrip.shortened(answers.get(layer));
                gc.fillText(name, Math.max(6, end - 7.2 * name.length() - 8), (above + below) / 2);
            }
            below = above;
        }
        gc.setTextBaseline(VPos.BASELINE);
    }
}
