package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.LibraryInfo.Origin;
import java.nio.file.Path;
import java.util.Optional;

/// Asks a llama.cpp library what it is. Loads it into this process for good: for a process of its own.
public final class LibraryProbe {
    private LibraryProbe() {}

    /// @param folder that holds it, empty for the bundled one
    /// @throws dev.thoughtscope.engine.EngineException in one sentence if it cannot be used
    public static LibraryInfo ask(Optional<Path> folder) {
        var library = LlamaLibrary.load(LibraryFiles.find(folder));
        var devices = library.devices();
        return new LibraryInfo(
                folder.isPresent() ? Origin.CHOSEN : Origin.BUNDLED,
                folder,
                library.version(),
                devices.backends(),
                devices.devices(),
                devices.features(),
                "");
    }
}
