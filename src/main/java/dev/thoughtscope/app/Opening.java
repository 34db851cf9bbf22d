package dev.thoughtscope.app;

import dev.thoughtscope.session.LogFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A file that the system asks the app to open, as by a double click on it.
///
/// @param run a saved run
/// @param model a model file
record Opening(Optional<Path> run, Optional<Path> model) {
    static final Opening NOTHING = new Opening(Optional.empty(), Optional.empty());

    /// @return [#NOTHING] if the arguments are no single file of a kind that the app opens
    static Opening of(String... arguments) {
        if (arguments.length != 1 || !exists(arguments[0])) {
            return NOTHING;
        }
        var file = Path.of(arguments[0]).toAbsolutePath();
        String name = arguments[0].toLowerCase(Locale.ROOT);
        if (name.endsWith(LogFile.EXTENSION)) {
            return new Opening(Optional.of(file), Optional.empty());
        }
        return name.endsWith(".gguf") ? new Opening(Optional.empty(), Optional.of(file)) : NOTHING;
    }

    private static boolean exists(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException noFile) {
            return false;
        }
    }
}
