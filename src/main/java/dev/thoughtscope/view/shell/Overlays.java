package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.Late;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.log.LogLine;
import dev.thoughtscope.viewmodel.log.LogModel;
import java.time.Instant;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// What lies over the window when it is called: the palette, the card of keys, what happened.
final class Overlays {
    private final StackPane root;
    private final CommandList commands;
    private final Late<CommandPalette> palette;
    private final Late<HelpCard> help;
    private Optional<Late<LogCard>> log = Optional.empty();

    Overlays(StackPane root, CommandList commands, Pages pages) {
        this.root = root;
        this.commands = commands;
        palette = new Late<>(() -> onTop(new CommandPalette(commands)));
        help = new Late<>(() -> onTop(new HelpCard(commands, pages)));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyOverHelp);
    }

    private <T extends Node> T onTop(T card) {
        root.getChildren().add(card);
        return card;
    }

    /// @param machine facts on top of a report, by name
    Runnable add(LogModel lines, Supplier<SequencedMap<String, String>> machine, WindowModel model) {
        var card = new Late<>(() -> onTop(new LogCard(lines, machine)));
        log = Optional.of(card);
        model.trouble().subscribe(sentence -> {
            if (!sentence.isBlank()) {
                lines.add(new LogLine(Instant.now(), LogLine.Severity.WARNING, "window", sentence));
            }
        });
        Runnable toggle = () -> card.get().toggle();
        commands.add(Command.of("log", ShellWords.get("command.log"), toggle, "Shortcut+Shift+L"));
        return toggle;
    }

    /// Whether one of them has the keys to itself.
    boolean isUp() {
        return isUp(palette) || log.filter(Overlays::isUp).isPresent();
    }

    private static boolean isUp(Late<? extends Node> card) {
        return card.ifMade().filter(Node::isVisible).isPresent();
    }

    /// Any key puts the card of keys away.
    private void keyOverHelp(KeyEvent event) {
        if (isUp(help)) {
            help.get().setVisible(false);
            event.consume();
        }
    }

    CommandPalette palette() {
        return palette.get();
    }

    HelpCard help() {
        return help.get();
    }
}
