package dev.thoughtscope.download;

import dev.thoughtscope.download.LlamaReleases.Backend;
import dev.thoughtscope.engine.LibraryInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether this machine has a GPU that a fetched llama.cpp could use, seen without loading anything.
public final class Graphics {
    private static final String NVIDIA = "0x10de";
    private static final String AMD = "0x1002";

    private final Path root;
    private final String system;

    public Graphics() {
        this(Path.of(System.getProperty("os.name").startsWith("Windows") ? "C:\\" : "/"), System.getProperty("os.name"));
    }

    Graphics(Path root, String system) {
        this.root = root;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    /// The build of llama.cpp that is worth offering beside those that are there; empty if they do.
    ///
    /// A machine without any that works is offered the one for its processor.
    ///
    /// @param there what was found on this machine
    public Optional<Backend> worthFetching(List<LibraryInfo> there) {
        if (there.stream().anyMatch(library -> library.usable() && !library.gpus().isEmpty())) {
            return Optional.empty();
        }
        boolean windows = system.contains("windows");
        if (windows && Files.exists(root.resolve("Windows/System32/nvcuda.dll"))) {
            return Optional.of(Backend.CUDA);
        }
        if (windows ? Files.exists(root.resolve("Windows/System32/vulkan-1.dll")) : hasCard()) {
            return Optional.of(Backend.VULKAN);
        }
        return there.stream().anyMatch(LibraryInfo::usable) ? Optional.empty() : Optional.of(Backend.CPU);
    }

    /// Linux tells the makers of its graphics cards. Those of Intel are mostly no faster than the processor.
    private boolean hasCard() {
        var cards = root.resolve("sys/class/drm");
        if (!Files.isDirectory(cards)) {
            return false;
        }
        try (var all = Files.list(cards)) {
            return all.map(card -> card.resolve("device").resolve("vendor")).anyMatch(Graphics::isUseful);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isUseful(Path vendor) {
        try {
            return Files.isRegularFile(vendor) && List.of(NVIDIA, AMD).contains(Files.readString(vendor).strip());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
