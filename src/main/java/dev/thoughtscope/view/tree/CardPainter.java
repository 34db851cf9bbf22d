package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.Mark;
import dev.thoughtscope.viewmodel.Shape;
import dev.thoughtscope.viewmodel.TreeModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// A node near enough to be read: a card with its visits, its value in figures, its answer, its text.
final class CardPainter {
    private static final int REMEMBERED = 4000;
    /// Room, in units of the ruler, in which the beginning of a text says anything.
    private static final double LEAST_WORDS = 46;

    private final TextWrap wrap = new TextWrap();
    private final Map<Key, List<String>> lines = new LinkedHashMap<>(512, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// @param width of a line in units of the ruler
    private record Key(int node, int chain, int width, int lines) {}

    void forget() {
        lines.clear();
    }

    /// Where a card is drawn; the question's may be smaller than its place.
    Bounds bounds(Sight sight, int box) {
        double x = Math.round(sight.left(box));
        double y = Math.round(sight.top(box));
        double width = Math.round(sight.boxWidth());
        double height = Math.round(sight.boxHeight(box));
        var metrics = CardMetrics.of(sight, box, width, height);
        if (box != 0 || metrics.lines() <= 0) {
            return new BoundingBox(x, y, width, height);
        }
        double needed = questionHeight(sight, metrics);
        return new BoundingBox(x, y + Math.round(Math.max(0, height - needed) / 2), width, Math.min(height, needed));
    }

    void paint(GraphicsContext gc, Sight sight, int box) {
        var place = bounds(sight, box);
        double x = place.getMinX();
        double y = place.getMinY();
        double width = place.getWidth();
        double height = place.getHeight();
        var metrics = CardMetrics.of(sight, box, width, height);
        gc.setGlobalAlpha(sight.motion().presence(box));
        if (sight.isGhost(box)) {
            ghost(gc, sight, sight.boxes().ghosts()[box - sight.boxes().nodes()], x, y, metrics);
        } else {
            CardBody.paint(gc, sight, box, x, y, width, height);
            int room = metrics.lines();
            if (room >= 1) {
                header(gc, sight, box, x, y + metrics.pad() + metrics.header() * 0.42, metrics, true);
                text(gc, sight, box, x, y + metrics.pad() + metrics.header(), metrics, room);
            } else {
                header(gc, sight, box, x, y + height / 2, metrics, false);
            }
        }
        gc.setGlobalAlpha(1);
        double radius = CardBody.radius(sight, box, height);
        HandPainter.paint(gc, sight, box, x, y, width, height, radius);
        Rings.paint(gc, sight, box, x, y, width, height, radius);
    }

    /// The question's card has room to spare; it is drawn no taller than its text.
    private double questionHeight(Sight sight, CardMetrics metrics) {
        int lines = wrap(sight, 0, metrics, metrics.lines()).size();
        return Math.ceil(2 * metrics.pad() + metrics.header() + Math.max(1, lines) * metrics.line() + 2);
    }

    private List<String> wrap(Sight sight, int node, CardMetrics metrics, int room) {
        var tree = sight.tree();
        int width = (int) metrics.ruled(metrics.textWidth(), metrics.text());
        return lines.computeIfAbsent(
                new Key(node, tree.folds().chain(node), width, room),
                _ -> wrap.head(tree.folds().cardText(node), width, room));
    }

    /// One line about the node: what it is, its answer or its visits, its value.
    ///
    /// @param above whether the node's text stands below it; else its beginning stands here
    private void header(GraphicsContext gc, Sight sight, int node, double x, double middle, CardMetrics metrics, boolean above) {
        TreeModel tree = sight.tree();
        double right = x + metrics.width() - Math.max(4, metrics.pad() * 0.75);
        double left = x + metrics.left();
        gc.setTextBaseline(VPos.CENTER);
        Shape shape = tree.shape(node);
        left = glyphs(gc, sight, node, left, middle, metrics);
        gc.setTextBaseline(VPos.CENTER);
        boolean valued = shape != Shape.QUESTION || tree.visits(node) > 0;
        double needed = shape == Shape.ANSWER ? Math.min(60, answerWidth(tree.answer(node), metrics)) + 8 : 0;
        if (valued && right - left - needed > chipWidth(node, tree, metrics)) {
            right -= chip(gc, sight, node, right, middle, metrics) + 4;
        }
        double room = metrics.ruled(right - left, metrics.small());
        if (shape == Shape.ANSWER) {
            answer(gc, sight, node, left, middle, right - left, metrics);
        } else {
            gc.setFill(above ? sight.look().muted() : sight.look().text());
            gc.setFont(Fonts.text(metrics.small()));
            String words = above || room < LEAST_WORDS ? caption(tree, node, room) : tree.text(node);
            gc.fillText(words.isEmpty() ? "" : wrap.head(words, room, 1).getFirst(), left, middle);
        }
        gc.setTextBaseline(VPos.BASELINE);
    }

    private static double glyphs(GraphicsContext gc, Sight sight, int node, double from, double middle, CardMetrics metrics) {
        Look look = sight.look();
        TreeModel tree = sight.tree();
        double size = metrics.small() * 1.1;
        double left = from;
        Shape shape = tree.shape(node);
        if (shape == Shape.REFLECTION || shape == Shape.PERSON || shape == Shape.QUESTION) {
            gc.setFill(shape == Shape.REFLECTION ? look.reflect() : look.muted());
            Glyphs.draw(gc, Glyphs.of(shape), left + size / 2, middle, size);
            left += size * 1.35;
        }
        Mark mark = shape == Shape.ANSWER && tree.mark(node) != Mark.NONE ? tree.mark(node) : tree.stepMark(node);
        if (mark != Mark.NONE) {
            gc.setFill(mark == Mark.RIGHT ? look.right() : look.wrong());
            Glyphs.draw(gc, Glyphs.of(mark), left + size / 2, middle, size * 1.1);
            left += size * 1.3;
        }
        return left;
    }

    private void answer(GraphicsContext gc, Sight sight, int node, double left, double middle, double room, CardMetrics metrics) {
        double size = answerSize(metrics);
        String answer = sight.tree().answer(node);
        gc.setFill(colour(sight, node));
        gc.setFont(Fonts.bold(size));
        String shown = wrap.head(answer.isEmpty() ? "–" : answer, metrics.ruled(room, size) * 0.93, 1).getFirst();
        gc.fillText(shown, left, middle);
        double rest = room - wrap.width(shown) * size / TextWrap.SIZE * 1.08 - 8;
        String visits = caption(sight.tree(), node, metrics.ruled(rest, metrics.small()));
        double wide = wrap.width(visits) * metrics.small() / TextWrap.SIZE;
        if (wide < rest) {
            gc.setFill(sight.look().muted());
            gc.setFont(Fonts.text(metrics.small()));
            gc.fillText(visits, left + room - wide - 2, middle);
        }
    }

    private static double answerSize(CardMetrics metrics) {
        return Math.max(13, 14.5 * metrics.scale());
    }

    private double answerWidth(String answer, CardMetrics metrics) {
        return wrap.width(answer) * answerSize(metrics) / TextWrap.SIZE * 1.08;
    }

    private static Color colour(Sight sight, int node) {
        Look look = sight.look();
        return switch (sight.tree().mark(node)) {
            case RIGHT -> look.right();
            case WRONG -> look.wrong();
            case NONE -> look.strong();
        };
    }

    /// Visits in words, in figures where words do not fit.
    private String caption(TreeModel tree, int node, double room) {
        int visits = tree.visits(node);
        int chain = tree.folds().chain(node);
        String words = switch (tree.shape(node)) {
            case QUESTION -> Messages.get("tree.question");
            case REFLECTION -> Messages.get("tree.reflection");
            case STEP, PERSON, ANSWER, GHOST -> chain > 1 ? TreeWords.get("chain", chain, visits) : Messages.get("tree.visits", visits);
        };
        String shorter = visits == 0 ? "" : TreeWords.get("visits.short", visits);
        return wrap.width(words) <= room ? words : wrap.width(shorter) <= room ? shorter : "";
    }

    private double chipWidth(int node, TreeModel tree, CardMetrics metrics) {
        return wrap.width(Messages.value(tree.value(node))) * metrics.small() / TextWrap.SIZE * 1.07 + metrics.small() * 0.8;
    }

    /// @return its width
    private double chip(GraphicsContext gc, Sight sight, int node, double right, double middle, CardMetrics metrics) {
        var tree = sight.tree();
        String figures = Messages.value(tree.value(node));
        double width = chipWidth(node, tree, metrics);
        double height = metrics.small() * 1.45;
        double x = right - width;
        double heat = sight.heat(node);
        gc.setFont(Fonts.bold(metrics.small()));
        gc.setTextAlign(TextAlignment.CENTER);
        if (tree.visits(node) > 0) {
            gc.setFill(sight.look().palette().at(heat));
            gc.fillRoundRect(x, middle - height / 2, width, height, height, height);
            gc.setFill(sight.look().palette().ink(heat));
        } else {
            gc.setStroke(sight.look().edge());
            gc.setLineWidth(1);
            gc.strokeRoundRect(x, middle - height / 2, width, height, height, height);
            gc.setFill(sight.look().muted());
        }
        gc.fillText(figures, x + width / 2, middle + 0.3);
        gc.setTextAlign(TextAlignment.LEFT);
        return width;
    }

    private void text(GraphicsContext gc, Sight sight, int node, double x, double y, CardMetrics metrics, int room) {
        var tree = sight.tree();
        var wrapped = wrap(sight, node, metrics, room);
        boolean read = tree.visits(node) > 0 || node == 0;
        gc.setFill(read ? sight.look().text() : sight.look().muted());
        draw(gc, wrapped, x, y, metrics);
    }

    private static void draw(GraphicsContext gc, List<String> wrapped, double x, double y, CardMetrics metrics) {
        gc.setFont(Fonts.text(metrics.text()));
        double baseline = y + metrics.text() * 0.92;
        for (String line : wrapped) {
            gc.fillText(line, x + metrics.left(), baseline);
            baseline += metrics.line();
        }
    }

    private void ghost(GraphicsContext gc, Sight sight, int branch, double x, double y, CardMetrics metrics) {
        Look look = sight.look();
        double arc = 18 * Math.clamp(sight.scale(), 0.6, 2);
        gc.setFill(look.surface().deriveColor(0, 1, 1, 0.55));
        gc.fillRoundRect(x, y, metrics.width(), metrics.height(), arc, arc);
        gc.setStroke(look.accent().deriveColor(0, 1, 1, 0.55 + 0.3 * Math.sin(sight.phase() * 2.4)));
        gc.setLineWidth(1.3);
        gc.setLineDashes(4, 4);
        gc.strokeRoundRect(x + 0.5, y + 0.5, metrics.width() - 1, metrics.height() - 1, arc, arc);
        gc.setLineDashes((double[]) null);
        double middle = y + metrics.pad() + metrics.header() * 0.42;
        double size = metrics.small();
        gc.setFill(look.accent());
        Glyphs.draw(gc, Glyphs.of(Shape.GHOST), x + metrics.left() + size / 2, middle, size);
        gc.setFont(Fonts.text(size));
        gc.setTextBaseline(VPos.CENTER);
        String words = Messages.get("tree.writing." + sight.tree().purpose(branch));
        double room = metrics.ruled(metrics.textWidth() - size * 1.5, size);
        gc.fillText(wrap.head(words, room, 1).getFirst(), x + metrics.left() + size * 1.5, middle);
        gc.setTextBaseline(VPos.BASELINE);
        gc.setFill(look.muted());
        double width = metrics.ruled(metrics.textWidth(), metrics.text());
        int most = Math.max(0, metrics.lines());
        draw(gc, wrap.tail(sight.tree().branchText(branch), width, most), x, y + metrics.pad() + metrics.header(), metrics);
    }
}
