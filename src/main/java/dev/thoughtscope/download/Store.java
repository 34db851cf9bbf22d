package dev.thoughtscope.download;

import java.nio.file.Path;
import java.util.Locale;

/// Where the app keeps what it fetches.
///
/// @param folder holds `models` and `llama.cpp`; made when something is fetched
public record Store(Path folder) {
    /// The person's own, in the place that their system has for such files.
    public static Store find() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var home = Path.of(System.getProperty("user.home"));
        if (os.contains("windows")) {
            var local = System.getenv("LOCALAPPDATA");
            return new Store((local == null || local.isBlank() ? home : Path.of(local)).resolve("Thoughtscope"));
        }
        if (os.contains("mac")) {
            return new Store(home.resolve("Library").resolve("Application Support").resolve("Thoughtscope"));
        }
        var data = System.getenv("XDG_DATA_HOME");
        return new Store((data != null && Path.of(data).isAbsolute() ? Path.of(data) : home.resolve(".local/share"))
                .resolve("thoughtscope"));
    }

    /// Models, one file or one folder each.
    public Path models() {
        return folder.resolve("models");
    }

    /// Releases of llama.cpp, a folder each.
    public Path libraries() {
        return folder.resolve("llama.cpp");
    }
}
