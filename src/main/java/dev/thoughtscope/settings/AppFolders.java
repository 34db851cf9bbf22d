package dev.thoughtscope.settings;

import java.nio.file.Path;
import java.util.Locale;

/// Where the app keeps what belongs to the person, as each system wants it.
public final class AppFolders {
    private static final String NAME = "Thoughtscope";

    private AppFolders() {}

    /// Of settings.
    public static Path config() {
        return folder("XDG_CONFIG_HOME", ".config", "APPDATA");
    }

    /// Of runs.
    public static Path data() {
        return folder("XDG_DATA_HOME", ".local/share", "LOCALAPPDATA");
    }

    private static Path folder(String variable, String usual, String windows) {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var home = Path.of(System.getProperty("user.home", "."));
        if (os.contains("windows")) {
            var folder = System.getenv(windows);
            return (folder == null || folder.isBlank() ? home : Path.of(folder)).resolve(NAME);
        }
        if (os.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        var folder = System.getenv(variable);
        boolean named = folder != null && Path.of(folder).isAbsolute();
        return (named ? Path.of(folder) : home.resolve(usual)).resolve(NAME.toLowerCase(Locale.ROOT));
    }
}
