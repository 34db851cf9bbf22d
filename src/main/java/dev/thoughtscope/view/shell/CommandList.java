package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.Key;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;

/// Every command of the window and of its pages, with the keys that the person gave them.
public final class CommandList {
    /// A command and where it belongs.
    ///
    /// @param page empty for the whole window
    public record Entry(Command command, Optional<Page> page) {
        /// Whether the same key would be ambiguous for both.
        boolean meets(Entry other) {
            return page.isEmpty() || other.page.isEmpty() || page.get().id().equals(other.page.get().id());
        }
    }

    private final Pages pages;
    private final SettingsModel settings;
    private final List<Command> window = new ArrayList<>();
    private final Map<String, List<Command>> ofPage = new HashMap<>();
    private Consumer<KeyEvent> listener;

    CommandList(Pages pages, SettingsModel settings) {
        this.pages = pages;
        this.settings = settings;
    }

    /// Adds commands that work on every page.
    public void add(Command... commands) {
        window.addAll(List.of(commands));
    }

    /// All of them: first those of the page in view, then the window's, then those of other pages.
    public List<Entry> all() {
        var here = pages.current();
        var others = pages.all().stream().filter(page -> here.filter(shown -> shown == page).isEmpty());
        return Stream.of(here.stream().flatMap(this::of), ofWindow(), others.flatMap(this::of))
                .flatMap(entries -> entries)
                .toList();
    }

    /// As [#all], with whatever else has a button on the page in view.
    List<Entry> offered() {
        var all = new ArrayList<>(all());
        all.removeIf(entry -> !entry.command().enabled().getAsBoolean());
        var titles = all.stream().map(entry -> entry.command().title()).collect(Collectors.toSet());
        pages.current().ifPresent(page -> PageButtons.of(page.root(), titles)
                .forEach(button -> all.add(new Entry(button, Optional.of(page)))));
        return all;
    }

    /// Those that the keys mean now: of the page in view and of the window.
    List<Entry> inReach() {
        return Stream.concat(pages.current().stream().flatMap(this::of), ofWindow()).toList();
    }

    private Stream<Entry> of(Page page) {
        return ofPage.computeIfAbsent(page.id(), _ -> List.copyOf(page.commands())).stream()
                .map(command -> new Entry(withOwnKeys(command), Optional.of(page)));
    }

    private Stream<Entry> ofWindow() {
        var all = new ArrayList<Entry>();
        window.forEach(command -> all.add(new Entry(withOwnKeys(command), Optional.empty())));
        int number = 0;
        for (var page : pages.all()) {
            all.add(new Entry(withOwnKeys(goTo(page, ++number)), Optional.empty()));
        }
        return all.stream();
    }

    private Command goTo(Page page, int number) {
        var keys = number <= 9 ? new String[] {"Shortcut+" + number} : new String[0];
        return Command.of("go." + page.id(), ShellWords.get("command.go", page.title()), () -> pages.show(page.id()), keys);
    }

    private Command withOwnKeys(Command command) {
        var own = settings.keys().get(command.id());
        return own == null ? command : command.withKeys(own.stream().flatMap(CommandList::key).toList());
    }

    private static Stream<Key> key(String name) {
        try {
            return Stream.of(new Key(name));
        } catch (IllegalArgumentException unknown) {
            return Stream.empty();
        }
    }

    /// Does it, on the page that it belongs to.
    public void run(Entry entry) {
        entry.page().ifPresent(page -> pages.show(page.id()));
        settings.used(entry.command().id());
        entry.command().run();
    }

    /// Other commands that the same key would do in the same place.
    public List<Entry> conflicts(Entry entry, Key key) {
        return all().stream()
                .filter(other -> !other.command().id().equals(entry.command().id()))
                .filter(other -> other.meets(entry) && other.command().keys().contains(key))
                .toList();
    }

    /// Gives a command a key of the person's own and takes it from those that had it.
    public void giveKey(Entry entry, Key key) {
        for (var other : conflicts(entry, key)) {
            var left = other.command().keys().stream().filter(one -> !one.equals(key)).map(Key::name).toList();
            settings.keys().put(other.command().id(), left);
        }
        settings.keys().put(entry.command().id(), List.of(key.name()));
    }

    /// Back to the key that the command comes with.
    public void usualKey(Entry entry) {
        settings.keys().remove(entry.command().id());
    }

    /// Takes all keys from a command.
    public void takeKeys(Entry entry) {
        settings.keys().put(entry.command().id(), List.of());
    }

    public boolean hasOwnKey(Entry entry) {
        return settings.keys().containsKey(entry.command().id());
    }

    /// Has the next keys told instead of done.
    ///
    /// @param listener null to have them done again
    public void listen(Consumer<KeyEvent> listener) {
        this.listener = listener;
    }

    /// Tells a key to who listens.
    ///
    /// @return whether anybody does
    boolean tell(KeyEvent event) {
        var heard = listener;
        if (heard != null) {
            heard.accept(event);
        }
        return heard != null;
    }

    SettingsModel settings() {
        return settings;
    }
}
