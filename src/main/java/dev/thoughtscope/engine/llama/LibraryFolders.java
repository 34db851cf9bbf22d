package dev.thoughtscope.engine.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where people already have a llama.cpp: Homebrew, system folders, LM Studio, Jan, and PATH.
///
/// Nothing is loaded; whether a library found here is of a known release shows when it is opened.
public final class LibraryFolders {
    private static final int DEPTH = 6;

    private LibraryFolders() {}

    /// Folders that hold a llama.cpp library, the likeliest first.
    public static List<Path> found() {
        return found(Path.of(System.getProperty("user.home")), System.getenv().getOrDefault("PATH", ""));
    }

    static List<Path> found(Path home, String path) {
        var folders = new LinkedHashSet<Path>();
        var direct = new ArrayList<>(List.of(
                Path.of("/opt/homebrew/lib"),
                Path.of("/usr/local/lib"),
                Path.of("/home/linuxbrew/.linuxbrew/lib"),
                Path.of("/usr/lib"),
                Path.of("/usr/lib64"),
                Path.of("/usr/lib/x86_64-linux-gnu"),
                Path.of("/usr/lib/aarch64-linux-gnu")));
        for (var entry : path.split(java.io.File.pathSeparator)) {
            if (!entry.isBlank()) {
                var bin = Path.of(entry);
                direct.add(bin);
                direct.add(bin.resolveSibling("lib"));
            }
        }
        direct.stream().filter(LibraryFiles::holdsLibrary).forEach(folders::add);
        for (var root : applications(home)) {
            folders.addAll(below(root));
        }
        return List.copyOf(folders);
    }

    private static List<Path> applications(Path home) {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var data = os.contains("mac")
                ? home.resolve("Library").resolve("Application Support")
                : os.contains("windows") ? home.resolve("AppData").resolve("Roaming") : home.resolve(".local/share");
        return List.of(
                home.resolve(".lmstudio").resolve("extensions").resolve("backends"),
                home.resolve(".cache").resolve("lm-studio").resolve("extensions").resolve("backends"),
                data.resolve("Jan").resolve("data").resolve("llamacpp").resolve("backends"),
                data.resolve("Jan").resolve("data").resolve("engines"));
    }

    private static List<Path> below(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root, DEPTH)) {
            return all.filter(Files::isDirectory).filter(LibraryFiles::holdsLibrary).sorted().toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
