package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.LibraryInfo.Origin;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Where people already have a llama.cpp: what the app fetched, Homebrew, LM Studio, Jan, system folders, and PATH.
///
/// Nothing is loaded; whether a library found here is of a known release shows when it is opened.
public final class LibraryFolders {
    private static final int DEPTH = 6;
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    /// A folder that holds a llama.cpp library.
    public record Found(Origin origin, Path folder) {}

    private final Map<Path, Found> found = new LinkedHashMap<>();

    private LibraryFolders() {}

    /// Folders that hold a llama.cpp library, each once. Reads folders, so not for the thread of a window.
    ///
    /// @param fetched folder in which the app puts releases that it fetches; need not exist
    public static List<Found> found(Path fetched) {
        return found(fetched, Path.of(System.getProperty("user.home")), System.getenv().getOrDefault("PATH", ""));
    }

    static List<Found> found(Path fetched, Path home, String path) {
        var folders = new LibraryFolders();
        folders.below(Origin.FETCHED, fetched);
        folders.at(Origin.HOMEBREW, "/opt/homebrew/lib", "/opt/homebrew/opt/llama.cpp/lib",
                "/usr/local/opt/llama.cpp/lib", "/home/linuxbrew/.linuxbrew/lib");
        folders.below(Origin.LM_STUDIO, home.resolve(".lmstudio/extensions/backends"));
        folders.below(Origin.LM_STUDIO, home.resolve(".cache/lm-studio/extensions/backends"));
        for (var data : jan(home)) {
            folders.below(Origin.JAN, data.resolve("llamacpp").resolve("backends"));
            folders.below(Origin.JAN, data.resolve("engines"));
        }
        folders.at(Origin.SYSTEM, "/usr/local/lib", "/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu",
                "/usr/lib/aarch64-linux-gnu");
        folders.programs(path);
        return List.copyOf(folders.found.values());
    }

    private static List<Path> jan(Path home) {
        var data = OS.contains("mac")
                ? List.of(home.resolve("Library/Application Support"))
                : OS.contains("windows")
                        ? List.of(home.resolve("AppData").resolve("Roaming"))
                        : List.of(home.resolve(".local/share"), home.resolve(".config"));
        return data.stream().map(folder -> folder.resolve("Jan").resolve("data")).toList();
    }

    private void at(Origin origin, String... folders) {
        for (var folder : folders) {
            add(origin, Path.of(folder));
        }
    }

    /// The folders of programs and the `lib` beside each. One that depends on where the person stands is left out.
    private void programs(String path) {
        for (var entry : path.split(File.pathSeparator)) {
            try {
                var bin = Path.of(entry);
                if (bin.isAbsolute()) {
                    add(Origin.PATH, bin);
                    add(Origin.PATH, bin.resolveSibling("lib"));
                }
            } catch (InvalidPathException unusable) {
                // Nothing can lie there.
            }
        }
    }

    private void below(Origin origin, Path root) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root, DEPTH)) {
            all.filter(Files::isDirectory).sorted().forEach(folder -> add(origin, folder));
        } catch (IOException | UncheckedIOException unreadable) {
            // What cannot be read cannot be loaded either.
        }
    }

    private void add(Origin origin, Path folder) {
        if (LibraryFiles.holdsLibrary(folder)) {
            try {
                found.putIfAbsent(folder.toRealPath(), new Found(origin, folder));
            } catch (IOException gone) {
                // It went away meanwhile.
            }
        }
    }
}
