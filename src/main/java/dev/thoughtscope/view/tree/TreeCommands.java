package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.ArrayList;
import java.util.List;

/// What can be done with the picture of the tree.
public final class TreeCommands {
    private final WindowModel model;
    private final TreeCanvas canvas;
    private final TreeMoves moves;

    public TreeCommands(WindowModel model, TreeCanvas canvas) {
        this.model = model;
        this.canvas = canvas;
        moves = canvas.input().asCommands();
    }

    public List<Command> all() {
        var folds = model.tree().folds();
        var all = new ArrayList<>(List.of(
                command("fold", () -> canvas.toggle(canvas.selectedNode()), "C")
                        .when(() -> folds.hasChildren(canvas.selectedNode())),
                command("unfold", () -> draw(folds::openAll), "Shift+C"),
                command("bestOnly", () -> draw(() -> folds.setBestOnly(!folds.isBestOnly())), "V"),
                command("chains", () -> draw(() -> folds.setChains(!folds.isChains())), "K"),
                command("byVisits", () -> draw(() -> folds.setByVisits(!folds.isByVisits()))),
                command("fitTo", () -> canvas.steering().fitTo(canvas.selectedNode()), "S"),
                command("bookmark", model.playback()::toggleBookmark, "M"),
                command("bookmark.next", () -> model.playback().stepBookmark(1), "Shift+N"),
                command("bookmark.previous", () -> model.playback().stepBookmark(-1), "Shift+B")));
        for (var move : moves.all()) {
            all.add(command(move.id(), move.action(), move.key().name()).when(canvas::isFocused));
        }
        return all;
    }

    private void draw(Runnable change) {
        change.run();
        canvas.redraw();
    }

    private Command command(String id, Runnable action, String... keys) {
        return Command.of("tree." + id, TreeWords.get("command." + id), action, keys)
                .when(() -> model.tree().nodes() > 0);
    }
}
