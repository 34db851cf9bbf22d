package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.Cards;
import dev.thoughtscope.layout.Motion;
import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.Mark;
import dev.thoughtscope.viewmodel.Shape;
import dev.thoughtscope.viewmodel.TreeModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// A node near enough to be read: a card with its text, its value as a heat band and in figures, its visits.
final class CardPainter {
    private static final double BAND = 6;
    private static final double RADIUS = 9;
    private static final int REMEMBERED = 4000;

    private final TextWrap wrap = new TextWrap();
    private final Map<Long, List<String>> lines = new LinkedHashMap<>(512, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    void forget() {
        lines.clear();
    }

    void paint(GraphicsContext gc, Sight sight, int box) {
        double scale = sight.scale();
        double x = Math.round(sight.left(box));
        double y = Math.round(sight.top(box));
        double width = Math.round(sight.boxWidth());
        double height = Math.round(sight.boxHeight(box));
        boolean out = !sight.isGhost(box) && sight.tree().isBanned(box);
        gc.setGlobalAlpha(sight.motion().presence(box) * (out ? 0.45 : 1));
        if (sight.isGhost(box)) {
            ghost(gc, sight, sight.boxes().ghosts()[box - sight.boxes().nodes()], x, y, width, height);
        } else {
            body(gc, sight, box, x, y, width, height);
            header(gc, sight, box, x, y, width);
            text(gc, sight, box, x, y);
            if (sight.tree().shape(box) == Shape.ANSWER) {
                pill(gc, sight, box, x, y, width, height);
            }
        }
        gc.setGlobalAlpha(1);
        HandPainter.paint(gc, sight, box, x, y, width, height, RADIUS * scale);
        Rings.paint(gc, sight, box, x, y, width, height, RADIUS * scale);
    }

    private void body(GraphicsContext gc, Sight sight, int node, double x, double y, double width, double height) {
        Look look = sight.look();
        double scale = sight.scale();
        double arc = 2 * RADIUS * scale;
        double band = Math.max(2, Math.round(BAND * scale));
        boolean question = sight.tree().shape(node) == Shape.QUESTION;
        gc.setFill(look.shadow());
        gc.fillRoundRect(x, y + 1.5 * scale, width, height + scale, arc, arc);
        gc.setFill(look.surface());
        gc.fillRoundRect(x, y, width, height, arc, arc);
        gc.setFill(question ? look.strong() : look.palette().at(sight.heat(node)));
        gc.fillRoundRect(x, y, arc, height, arc, arc);
        gc.setFill(look.surface());
        gc.fillRect(x + band, y, Math.ceil(arc) + 1 - band, height);
        gc.setStroke(question ? look.strong() : own(sight, node));
        gc.setLineWidth(Math.max(1, 1.5 * scale));
        if (sight.tree().shape(node) == Shape.REFLECTION) {
            gc.setStroke(look.reflect());
            gc.setLineDashes(5 * scale, 3.5 * scale);
        }
        gc.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, arc, arc);
        gc.setLineDashes((double[]) null);
    }

    /// Border colour: the node's own value before search, toned down towards the plain border.
    private static Color own(Sight sight, int node) {
        var tree = sight.tree();
        return sight.look().palette().at(tree.heat().place(tree.ownValue(node)));
    }

    private void header(GraphicsContext gc, Sight sight, int node, double x, double y, double width) {
        Look look = sight.look();
        TreeModel tree = sight.tree();
        double scale = sight.scale();
        double middle = y + (Cards.PADDING + 7) * scale;
        double left = x + (BAND + 10) * scale;
        Shape shape = tree.shape(node);
        if (shape == Shape.REFLECTION) {
            gc.setFill(look.reflect());
            gc.fillOval(left - 3 * scale, middle - 9 * scale, 18 * scale, 18 * scale);
            gc.setFill(look.surface());
            Glyphs.draw(gc, Glyphs.of(shape), left + 6 * scale, middle, 11 * scale);
            left += 20 * scale;
        } else if (shape != Shape.STEP) {
            gc.setFill(look.muted());
            Glyphs.draw(gc, Glyphs.of(shape), left + 5 * scale, middle, 11.5 * scale);
            left += 15 * scale;
        }
        if (tree.isPinned(node) || tree.isBanned(node)) {
            gc.setFill(tree.isPinned(node) ? look.accent() : look.wrong());
            Glyphs.draw(gc, Glyphs.ofChange(tree.isPinned(node)), left + 5 * scale, middle, 12 * scale);
            left += 15 * scale;
        }
        Mark checked = tree.stepMark(node);
        if (checked != Mark.NONE) {
            gc.setFill(checked == Mark.RIGHT ? look.right() : look.wrong());
            Glyphs.draw(gc, Glyphs.of(checked), left + 5 * scale, middle, 12 * scale);
            left += 14 * scale;
        }
        gc.setFill(look.muted());
        gc.setFont(Fonts.text(10.5 * scale));
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(caption(tree, node, shape), left, middle);
        if (shape != Shape.QUESTION || tree.visits(node) > 0) {
            chip(gc, sight, node, x + width - 8 * scale, middle);
        }
        gc.setTextBaseline(VPos.BASELINE);
    }

    private static String caption(TreeModel tree, int node, Shape shape) {
        String visits = Messages.get("tree.visits", tree.visits(node));
        return switch (shape) {
            case QUESTION -> Messages.get("tree.question");
            case REFLECTION -> Messages.get("tree.reflection");
            case STEP, PERSON, ANSWER, GHOST -> visits;
        };
    }

    private void chip(GraphicsContext gc, Sight sight, int node, double right, double middle) {
        double scale = sight.scale();
        var tree = sight.tree();
        String figures = Messages.value(tree.value(node));
        double width = 42 * scale;
        double height = 17 * scale;
        double x = right - width;
        double heat = sight.heat(node);
        gc.setFont(Fonts.bold(10.5 * scale));
        gc.setTextAlign(TextAlignment.CENTER);
        if (tree.visits(node) > 0) {
            gc.setFill(sight.look().palette().at(heat));
            gc.fillRoundRect(x, middle - height / 2, width, height, height, height);
            gc.setFill(sight.look().palette().ink(heat));
        } else {
            gc.setStroke(sight.look().line());
            gc.setLineWidth(1);
            gc.strokeRoundRect(x, middle - height / 2, width, height, height, height);
            gc.setFill(sight.look().muted());
        }
        gc.fillText(figures, x + width / 2, middle + 0.3 * scale);
        gc.setTextAlign(TextAlignment.LEFT);
    }

    private void text(GraphicsContext gc, Sight sight, int node, double x, double y) {
        double scale = sight.scale();
        int most = sight.tree().lines(node);
        var wrapped = lines.computeIfAbsent(
                (long) node << 8 | most,
                _ -> wrap.head(sight.tree().text(node), Motion.WIDTH - BAND - 22, most));
        boolean read = sight.tree().visits(node) > 0 || node == 0;
        gc.setFill(read ? sight.look().text() : sight.look().muted());
        gc.setFont(Fonts.text(TextWrap.SIZE * scale));
        draw(gc, sight, wrapped, x, y);
    }

    private static void draw(GraphicsContext gc, Sight sight, List<String> wrapped, double x, double y) {
        double scale = sight.scale();
        double left = x + (BAND + 10) * scale;
        double baseline = y + (Cards.PADDING + Cards.HEADER + 12.5) * scale;
        for (String line : wrapped) {
            gc.fillText(line, left, baseline);
            baseline += Cards.LINE * scale;
        }
    }

    private void pill(GraphicsContext gc, Sight sight, int node, double x, double y, double width, double height) {
        Look look = sight.look();
        double scale = sight.scale();
        Mark mark = sight.tree().mark(node);
        Color colour = mark == Mark.RIGHT ? look.right() : mark == Mark.WRONG ? look.wrong() : look.strong();
        double pillHeight = 21 * scale;
        double left = x + (BAND + 9) * scale;
        double top = y + height - Cards.PADDING * scale - pillHeight;
        double most = width - (BAND + 18) * scale;
        String answer = wrap.head(sight.tree().answer(node), most / scale - 40, 1).stream().findFirst().orElse("–");
        double pillWidth = Math.min(most, (wrap.width(answer) * 1.06 + (mark == Mark.NONE ? 22 : 40)) * scale);
        gc.setFill(colour.deriveColor(0, 1, 1, look.dark() ? 0.22 : 0.12));
        gc.fillRoundRect(left, top, pillWidth, pillHeight, pillHeight, pillHeight);
        gc.setFill(colour);
        gc.setFont(Fonts.bold(TextWrap.SIZE * scale));
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(answer, left + 11 * scale, top + pillHeight / 2);
        gc.setTextBaseline(VPos.BASELINE);
        if (mark != Mark.NONE) {
            Glyphs.draw(gc, Glyphs.of(mark), left + pillWidth - 14 * scale, top + pillHeight / 2, 13 * scale);
        }
    }

    private void ghost(GraphicsContext gc, Sight sight, int branch, double x, double y, double width, double height) {
        Look look = sight.look();
        double scale = sight.scale();
        double arc = 2 * RADIUS * scale;
        gc.setFill(look.surface().deriveColor(0, 1, 1, 0.55));
        gc.fillRoundRect(x, y, width, height, arc, arc);
        gc.setStroke(look.accent().deriveColor(0, 1, 1, 0.55 + 0.3 * Math.sin(sight.phase() * 2.4)));
        gc.setLineWidth(Math.max(1, 1.2 * scale));
        gc.setLineDashes(4 * scale, 4 * scale);
        gc.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, arc, arc);
        gc.setLineDashes((double[]) null);
        double middle = y + (Cards.PADDING + 7) * scale;
        gc.setFill(look.accent());
        Glyphs.draw(gc, Glyphs.of(Shape.GHOST), x + (BAND + 15) * scale, middle, 11 * scale);
        gc.setFont(Fonts.text(10.5 * scale));
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(Messages.get("tree.writing." + sight.tree().purpose(branch)), x + (BAND + 25) * scale, middle);
        gc.setTextBaseline(VPos.BASELINE);
        gc.setFill(look.muted());
        gc.setFont(Fonts.text(TextWrap.SIZE * scale));
        draw(gc, sight, wrap.tail(sight.tree().branchText(branch), Motion.WIDTH - BAND - 22, Cards.GHOST_LINES), x, y);
    }
}
