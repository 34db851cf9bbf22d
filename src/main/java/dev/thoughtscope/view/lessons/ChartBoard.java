package dev.thoughtscope.view.lessons;

import dev.thoughtscope.lessons.Chart;
import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// How many problems were solved with how many simulations, each with its 95 % interval.
final class ChartBoard extends Pane {
    private static final double LEFT = 70;
    private static final double RIGHT = 50;
    private static final double TOP = 60;
    private static final double BOTTOM = 80;
    private static final double CAP = 7;

    private Chart chart = Chart.NONE;
    private Look look;

    ChartBoard() {
        getStyleClass().add("chart-board");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
    }

    void show(Chart shown, Look newLook) {
        chart = shown;
        look = newLook;
        var told = new StringBuilder(Words.get("chart.caption"));
        for (var point : shown.points()) {
            told.append(' ').append(Words.get("chart.point", point.simulations(), point.right(), point.tried()));
        }
        setAccessibleText(told.toString());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        if (chart.points().isEmpty() || getWidth() < LEFT + RIGHT + 40 || getHeight() < TOP + BOTTOM + 40) {
            return;
        }
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            line(LEFT, y, getWidth() - RIGHT, y, look.line(), 1);
            text(percent + " %", LEFT - 10, y, 12, look.muted(), TextAlignment.RIGHT);
        }
        double beforeX = 0;
        double beforeY = 0;
        for (int i = 0; i < chart.points().size(); i++) {
            var point = chart.points().get(i);
            double x = x(i);
            double y = y(point.share());
            if (i > 0) {
                line(beforeX, beforeY, x, y, look.accent(), 2.5);
            }
            interval(point, x);
            getChildren().add(new Circle(x, y, 5.5, look.accent()));
            text(String.format(Locale.getDefault(), "%d", point.right()), x + 12, y - 14, 15, look.text(), TextAlignment.LEFT);
            text(String.valueOf(point.simulations()), x, getHeight() - BOTTOM + 22, 13, look.text(), TextAlignment.CENTER);
            beforeX = x;
            beforeY = y;
        }
        double middle = (LEFT + getWidth() - RIGHT) / 2;
        text(Words.get("chart.across"), middle, getHeight() - BOTTOM + 48, 13, look.muted(), TextAlignment.CENTER);
        text(Words.get("chart.up", chart.points().getFirst().tried()), LEFT - 40, TOP - 30, 13, look.muted(), TextAlignment.LEFT);
    }

    private void interval(Chart.Point point, double x) {
        double low = y(point.low());
        double high = y(point.high());
        line(x, low, x, high, look.muted(), 1.5);
        line(x - CAP, low, x + CAP, low, look.muted(), 1.5);
        line(x - CAP, high, x + CAP, high, look.muted(), 1.5);
    }

    private double x(int index) {
        double room = getWidth() - LEFT - RIGHT;
        return LEFT + room * (index + 0.5) / chart.points().size();
    }

    private double y(double share) {
        return TOP + (getHeight() - TOP - BOTTOM) * (1 - share);
    }

    private void line(double fromX, double fromY, double toX, double toY, Color colour, double width) {
        var line = new Line(fromX, fromY, toX, toY);
        line.setStroke(colour);
        line.setStrokeWidth(width);
        getChildren().add(line);
    }

    private void text(String words, double x, double y, double size, Color colour, TextAlignment side) {
        var text = new Text(words);
        text.setFont(Fonts.text(size));
        text.setFill(colour);
        text.setTextOrigin(VPos.CENTER);
        double width = text.getLayoutBounds().getWidth();
        text.setX(side == TextAlignment.RIGHT ? x - width : side == TextAlignment.CENTER ? x - width / 2 : x);
        text.setY(y);
        getChildren().add(text);
    }
}
