package dev.thoughtscope.app;

import dev.thoughtscope.session.LogFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Files that open the window when they are the only argument, as a file manager passes them.
final class Documents {
    private static final String MODEL = ".gguf";

    private Documents() {}

    /// The run or the model that is named, if it is one by its ending and there.
    static Optional<Path> named(String... arguments) {
        if (arguments.length != 1 || !(isEnding(arguments[0], LogFile.EXTENSION) || isEnding(arguments[0], MODEL))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(arguments[0])).filter(Files::isRegularFile).map(Path::toAbsolutePath);
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    static boolean isModel(Path file) {
        return isEnding(file.getFileName().toString(), MODEL);
    }

    private static boolean isEnding(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
