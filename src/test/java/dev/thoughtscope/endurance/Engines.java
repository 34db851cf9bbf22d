package dev.thoughtscope.endurance;

import java.util.Optional;

/// Finds the process that owns the native library.
final class Engines {
    private Engines() {}

    /// The engine's process among those that this one started. By its program: its arguments are too long for the system
    /// to tell.
    static Optional<ProcessHandle> process() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().command().filter(command -> command.endsWith("java")).isPresent())
                .findFirst();
    }
}
