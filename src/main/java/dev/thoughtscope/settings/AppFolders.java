package dev.thoughtscope.settings;

import java.nio.file.Path;
import java.util.Locale;

/// Where the app keeps what belongs to the person, as each system wants it.
public final class AppFolders {
    private static final String NAME = "Thoughtscope";

    private AppFolders() {}

    /// Of settings.
    public static Path config() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var home = Path.of(System.getProperty("user.home", "."));
        if (os.contains("windows")) {
            var folder = System.getenv("APPDATA");
            return (folder == null || folder.isBlank() ? home : Path.of(folder)).resolve(NAME);
        }
        if (os.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        var folder = System.getenv("XDG_CONFIG_HOME");
        boolean named = folder != null && Path.of(folder).isAbsolute();
        return (named ? Path.of(folder) : home.resolve(".config")).resolve(NAME.toLowerCase(Locale.ROOT));
    }
}
