package dev.thoughtscope.view.tree;

import javafx.geometry.Bounds;
import javafx.scene.canvas.GraphicsContext;

/// Draws the tree as finely as its scale allows.
final class TreePainter {
    static final double BLOCKS = 0.08;

    private final EdgePainter edges = new EdgePainter();
    private final CardPainter cards = new CardPainter();
    private final BlockPainter blocks = new BlockPainter();
    private final RasterPainter raster = new RasterPainter();

    void forget() {
        cards.forget();
    }

    /// Where the card of a node is drawn.
    Bounds bounds(Sight sight, int node) {
        return cards.bounds(sight, node);
    }

    /// @param detail pixels of the canvas in a unit of the scene
    void paint(GraphicsContext gc, Sight sight, double detail) {
        gc.setFill(sight.look().ground());
        gc.fillRect(0, 0, sight.width(), sight.height());
        if (sight.motion().layout().size() == 0) {
            return;
        }
        if (sight.scale() < BLOCKS) {
            raster.paint(gc, sight, detail);
            edges.paintSpecial(gc, sight);
            if (sight.selected() >= 0) {
                blocks.paint(gc, sight, sight.selected());
            }
            return;
        }
        edges.paint(gc, sight);
        if (CardMetrics.anyRoom(sight)) {
            sight.forEachBox(box -> cards.paint(gc, sight, box));
        } else {
            sight.forEachBox(box -> blocks.paint(gc, sight, box));
        }
    }
}
