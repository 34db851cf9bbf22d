package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.log.LogLine;
import dev.thoughtscope.viewmodel.log.LogModel;
import java.time.Instant;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// What lies over the window when it is called: the palette, the card of keys, what happened.
final class Overlays {
    private final StackPane root;
    private final CommandList commands;
    private final CommandPalette palette;
    private final HelpCard help;
    private Optional<LogCard> log = Optional.empty();

    Overlays(StackPane root, CommandList commands, Pages pages) {
        this.root = root;
        this.commands = commands;
        palette = new CommandPalette(commands);
        help = new HelpCard(commands, pages);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyOverHelp);
    }

    /// Puts them on top of all that is there.
    void place() {
        root.getChildren().addAll(help, palette);
    }

    /// @param machine facts on top of a report, by name
    Runnable add(LogModel lines, Supplier<SequencedMap<String, String>> machine, WindowModel model) {
        var card = new LogCard(lines, machine);
        log = Optional.of(card);
        root.getChildren().add(card);
        model.trouble().subscribe(sentence -> {
            if (!sentence.isBlank()) {
                lines.add(new LogLine(Instant.now(), LogLine.Severity.WARNING, "window", sentence));
            }
        });
        commands.add(Command.of("log", ShellWords.get("command.log"), card::toggle, "Shortcut+Shift+L"));
        return card::toggle;
    }

    /// Whether one of them has the keys to itself.
    boolean isUp() {
        return palette.isVisible() || log.filter(LogCard::isVisible).isPresent();
    }

    /// Any key puts the card of keys away.
    private void keyOverHelp(KeyEvent event) {
        if (help.isVisible()) {
            help.setVisible(false);
            event.consume();
        }
    }

    CommandPalette palette() {
        return palette;
    }

    HelpCard help() {
        return help;
    }
}
