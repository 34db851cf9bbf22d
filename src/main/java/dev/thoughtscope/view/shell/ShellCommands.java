package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.tree.TreeCommands;
import java.util.ArrayList;
import java.util.List;

/// The commands of the window and of the tree's page.
final class ShellCommands {
    private final ShellView shell;

    ShellCommands(ShellView shell) {
        this.shell = shell;
    }

    Command[] ofWindow() {
        return new Command[] {
            command("palette", () -> shell.overlays().palette().toggle(), "Shortcut+K", "Shortcut+Shift+P"),
            command("keys", () -> shell.overlays().help().toggle(), "F1", "?"),
            command("present", shell::present, "F5"),
            command("theme", shell::switchTheme),
            command("open", () -> shell.files().open(), "Shortcut+O"),
            command("save", () -> shell.files().save(), "Shortcut+S").when(() -> nodes() > 0),
            shell.files().traces().command()
        };
    }

    /// What can be done with the tree and its search.
    List<Command> ofTree() {
        var model = shell.model();
        var steering = shell.tree().steering();
        var all = new ArrayList<>(List.of(
                command("question", () -> shell.question().requestFocus(), "/", "Shortcut+L"),
                command("ask", () -> model.ask(false)).when(() -> model.state().get().canAsk()),
                command("space", shell.questionBar()::pauseOrStep, "Space"),
                command("pause", model::pauseOrResume, "P"),
                command("stop", model::stop, "Shortcut+."),
                command("replay", model.playback()::playOrPause, "R").when(() -> nodes() > 0),
                command("back", () -> model.playback().stepSimulation(-1), ",", "Page Up"),
                command("forward", () -> model.playback().stepSimulation(1), ".", "Page Down"),
                command("finding.next", () -> model.stepFinding(1), "N"),
                command("finding.previous", () -> model.stepFinding(-1), "B"),
                command("selection.back", () -> model.inspector().travel(-1), "["),
                command("selection.forward", () -> model.inspector().travel(1), "]"),
                command("best", model::selectBest).when(() -> nodes() > 0),
                command("search", () -> shell.treeRoom().searchBox().open(), "Shortcut+F"),
                command("fit", steering::fit, "F", "0"),
                command("zoomIn", () -> steering.zoomBy(1.3)),
                command("zoomOut", () -> steering.zoomBy(1 / 1.3)),
                command("follow", () -> model.follow().set(!model.follow().get()), "L")));
        all.addAll(new TreeCommands(model, shell.tree()).all());
        all.addAll(shell.exports().commands());
        all.addAll(shell.treeRoom().debugger().commands());
        return all;
    }

    private int nodes() {
        return shell.model().tree().nodes();
    }

    private static Command command(String id, Runnable action, String... keys) {
        return Command.of(id, ShellWords.get("command." + id), action, keys);
    }
}
