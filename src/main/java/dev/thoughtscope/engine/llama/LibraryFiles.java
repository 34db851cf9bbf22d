package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the library file to load.
final class LibraryFiles {
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final String ARCH = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    /// Some builders write the backend into the name, as in `libllama.vulkan.v0.5.0.so`.
    private static final String VERSIONED = "(\\.[a-z]+)?([.-]v?[0-9.]+)?\\.(so|dylib|dll)(\\.[0-9.]+)?";
    private static final Pattern LIBRARY = Pattern.compile("(lib)?llama" + VERSIONED);
    private static final Pattern FOUNDATION = Pattern.compile("(lib)?ggml(-base)?" + VERSIONED);
    private static final String RESOURCES = "/de/kherud/llama/";

    private LibraryFiles() {}

    /// The library in a folder that a person chose, otherwise the bundled one.
    static Path find(Optional<Path> folder) {
        return folder.map(LibraryFiles::inFolder).orElseGet(LibraryFiles::bundled);
    }

    /// Releases call it `libllama.so`, some builders add a version.
    private static Path inFolder(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> LIBRARY.matcher(file.getFileName().toString()).matches())
                    .min(Comparator.comparingInt((Path file) -> file.toString().length()))
                    .orElseThrow(() -> new EngineException("The folder " + folder
                            + " holds no libllama; choose the folder of a llama.cpp release that has it."))
                    .toAbsolutePath();
        } catch (IOException unreadable) {
            throw new EngineException("The folder " + folder + " cannot be read.", unreadable);
        }
    }

    static boolean holdsLibrary(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> LIBRARY.matcher(file.getFileName().toString()).matches());
        } catch (IOException | UncheckedIOException absent) {
            return false;
        }
    }

    /// The libraries that a llama.cpp library stands on, in the order in which they must be loaded;
    /// none for the bundled one, which has them inside.
    static List<Path> foundations(Path library) {
        try (var files = Files.list(library.getParent())) {
            return files.filter(file -> FOUNDATION.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing((Path file) -> !file.getFileName().toString().contains("ggml-base"))
                            .thenComparingInt(file -> file.toString().length()))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Path bundled() {
        if (OS.contains("windows")) {
            throw new EngineException("On Windows, Thoughtscope needs a folder with llama.cpp's own DLLs (llama.dll and "
                    + "ggml*.dll of a release); choose it in the settings or with --library.");
        }
        var resource = RESOURCES + (OS.contains("mac") ? "Mac/" : "Linux/")
                + (ARCH.equals("amd64") ? "x86_64" : ARCH) + "/" + System.mapLibraryName("jllama");
        try (var in = LibraryFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new EngineException("There is no bundled llama.cpp for " + OS + " on " + ARCH
                        + "; choose a folder with one in the settings or with --library.");
            }
            return extract(in.readAllBytes(), System.mapLibraryName("jllama"));
        } catch (IOException failed) {
            throw new EngineException(
                    "The bundled llama.cpp could not be unpacked into " + cache() + ": " + failed.getMessage(), failed);
        }
    }

    /// Writes beside the final name and moves, so that no process ever loads half a file.
    private static Path extract(byte[] bytes, String name) throws IOException {
        var folder = cache().resolve(sha256(bytes).substring(0, 16));
        var file = folder.resolve(name);
        if (Files.isRegularFile(file) && Files.size(file) == bytes.length) {
            return file;
        }
        Files.createDirectories(folder);
        var part = Files.createTempFile(folder, name, ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException other) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    private static Path cache() {
        var home = Path.of(System.getProperty("user.home"));
        var given = System.getenv("XDG_CACHE_HOME");
        var base = OS.contains("mac")
                ? home.resolve("Library").resolve("Caches")
                : given != null && Path.of(given).isAbsolute() ? Path.of(given) : home.resolve(".cache");
        var folder = base.resolve("thoughtscope").resolve("native");
        return Files.isWritable(existing(folder)) ? folder : Path.of(System.getProperty("java.io.tmpdir"), "thoughtscope");
    }

    private static Path existing(Path path) {
        var at = path;
        while (at.getParent() != null && !Files.exists(at)) {
            at = at.getParent();
        }
        return at;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }

    /// A sentence for a person from the system's reason not to load a library.
    static String whyNotLoaded(Path file, String reason) {
        if (reason.contains("libgomp.so.1")) {
            return "llama.cpp needs libgomp.so.1, which this system lacks; install the package libgomp1 (Debian, Ubuntu) "
                    + "or libgomp (Fedora).";
        }
        if (reason.contains("libstdc++")) {
            return "llama.cpp needs libstdc++.so.6, which this system lacks; install the package libstdc++6 (Debian, "
                    + "Ubuntu) or libstdc++ (Fedora).";
        }
        return "The llama.cpp library " + file + " cannot be loaded: " + reason;
    }
}
