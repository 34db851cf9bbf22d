package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.StripModel;
import javafx.scene.input.KeyEvent;

/// Keys while the strip has the focus: arrows walk, N and P jump between big gains, B takes the best thought into the
/// tree.
final class StripKeys {
    private final StripModel model;
    private final StripCanvas canvas;
    private final DetailPane detail;

    StripKeys(StripModel model, StripCanvas canvas, DetailPane detail) {
        this.model = model;
        this.canvas = canvas;
        this.detail = detail;
    }

    void pressed(KeyEvent event) {
        int here = model.selected().get();
        int last = model.tokens().size() - 1;
        if (last < 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> go(Math.max(0, here - 1));
            case RIGHT -> go(Math.min(last, here + 1));
            case UP -> go(canvas.vertical(here, -1));
            case DOWN -> go(canvas.vertical(here, 1));
            case HOME -> go(0);
            case END -> go(last);
            case PAGE_UP -> go(canvas.vertical(here, -canvas.linesInSight()));
            case PAGE_DOWN -> go(canvas.vertical(here, canvas.linesInSight()));
            case N -> big(1);
            case P -> big(-1);
            case F -> model.onlyBig().set(!model.onlyBig().get());
            case B -> detail.branch(0);
            case ESCAPE -> canvas.unpin();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void go(int index) {
        canvas.pin();
        model.selected().set(index);
    }

    private void big(int step) {
        canvas.pin();
        model.selectBig(step);
    }
}
