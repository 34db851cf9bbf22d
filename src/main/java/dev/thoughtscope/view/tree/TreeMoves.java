package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.page.Key;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/// The ways of moving about a tree by key: from node to node, and the view itself.
final class TreeMoves {
    private static final double PAN = 120;

    /// @param id of its command, such as `walk.parent`
    /// @param key that it has unless a person gave it another
    record Move(String id, Key key, Runnable action) {}

    private final List<Move> all;

    TreeMoves(TreeCanvas canvas) {
        all = List.of(
                walk(canvas, "parent", "Left", Walk.PARENT),
                walk(canvas, "up", "Up", Walk.UP),
                walk(canvas, "child", "Right", Walk.CHILD),
                walk(canvas, "down", "Down", Walk.DOWN),
                walk(canvas, "forkBefore", "Shift+Left", Walk.FORK_BEFORE),
                walk(canvas, "siblingAbove", "Shift+Up", Walk.SIBLING_ABOVE),
                walk(canvas, "forkAfter", "Shift+Right", Walk.FORK_AFTER),
                walk(canvas, "siblingBelow", "Shift+Down", Walk.SIBLING_BELOW),
                walk(canvas, "root", "Home", Walk.ROOT),
                walk(canvas, "best", "End", Walk.BEST),
                pan(canvas, "left", "Alt+Left", PAN, 0),
                pan(canvas, "up", "Alt+Up", 0, PAN),
                pan(canvas, "right", "Alt+Right", -PAN, 0),
                pan(canvas, "down", "Alt+Down", 0, -PAN));
    }

    private static Move walk(TreeCanvas canvas, String name, String key, Walk where) {
        return new Move("walk." + name, new Key(key), () -> canvas.walk(where));
    }

    private static Move pan(TreeCanvas canvas, String name, String key, double dx, double dy) {
        return new Move("pan." + name, new Key(key), () -> canvas.steering().panBy(dx, dy));
    }

    List<Move> all() {
        return all;
    }

    /// What the key stands for unless a person gave it another meaning.
    Optional<Move> of(KeyEvent event) {
        return all.stream().filter(move -> move.key().matches(event)).findFirst();
    }
}
