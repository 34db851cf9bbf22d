package dev.thoughtscope.viewmodel.settings;

import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.settings.Settings;
import dev.thoughtscope.settings.Settings.Choice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/// What the person has set. Each change is kept at once.
public final class SettingsModel {
    private static final int RECENT = 12;

    private final ObjectProperty<Choice> theme = new SimpleObjectProperty<>(this, "theme");
    private final IntegerProperty textSize = new SimpleIntegerProperty(this, "textSize");
    private final ObjectProperty<Choice> motion = new SimpleObjectProperty<>(this, "motion");
    private final StringProperty palette = new SimpleStringProperty(this, "palette");
    private final StringProperty language = new SimpleStringProperty(this, "language");
    private final BooleanProperty offline = new SimpleBooleanProperty(this, "offline");
    private final ObjectProperty<ModelChoice> model = new SimpleObjectProperty<>(this, "model");
    private final ObservableList<Path> folders = FXCollections.observableArrayList();
    private final ObservableMap<String, List<String>> keys = FXCollections.observableHashMap();
    private final List<String> recentCommands = new ArrayList<>();
    private final Settings read;
    private final Consumer<Settings> keep;

    /// Settings that nobody keeps.
    public SettingsModel() {
        this(Settings.DEFAULT, _ -> {});
    }

    /// @param keep told of each change, on the thread that made it: it must only hand over
    public SettingsModel(Settings read, Consumer<Settings> keep) {
        this.read = read;
        this.keep = keep;
        theme.set(read.theme());
        textSize.set(read.textSize());
        motion.set(read.motion());
        palette.set(read.palette());
        language.set(read.language());
        offline.set(read.offline());
        model.set(read.model());
        folders.setAll(read.folders());
        keys.putAll(read.keys());
        recentCommands.addAll(read.recentCommands());
        for (var property : List.of(theme, textSize, motion, palette, language, offline, model)) {
            property.addListener(_ -> changed());
        }
        folders.subscribe(this::changed);
        keys.subscribe(this::changed);
    }

    private void changed() {
        keep.accept(settings());
    }

    /// All as it is now.
    public Settings settings() {
        return new Settings(
                theme.get(),
                textSize.get(),
                motion.get(),
                palette.get(),
                language.get(),
                offline.get(),
                folders,
                model.get(),
                keys,
                recentCommands,
                read.unknown());
    }

    /// Notes that a command was used.
    public void used(String command) {
        recentCommands.remove(command);
        recentCommands.addFirst(command);
        while (recentCommands.size() > RECENT) {
            recentCommands.removeLast();
        }
        changed();
    }

    /// Commands used lately, the latest first.
    public List<String> recentCommands() {
        return List.copyOf(recentCommands);
    }

    public ObjectProperty<Choice> theme() {
        return theme;
    }

    /// Percent.
    public IntegerProperty textSize() {
        return textSize;
    }

    /// On for little movement.
    public ObjectProperty<Choice> motion() {
        return motion;
    }

    public StringProperty palette() {
        return palette;
    }

    public StringProperty language() {
        return language;
    }

    public BooleanProperty offline() {
        return offline;
    }

    public ObjectProperty<ModelChoice> model() {
        return model;
    }

    public ObservableList<Path> folders() {
        return folders;
    }

    /// Keys of the person's own, by command.
    public ObservableMap<String, List<String>> keys() {
        return keys;
    }

}
