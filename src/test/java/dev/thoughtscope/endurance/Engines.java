package dev.thoughtscope.endurance;

import dev.thoughtscope.engine.host.EngineHost;
import java.util.Arrays;
import java.util.Optional;

/// Finds the process that owns the native library.
final class Engines {
    private Engines() {}

    /// The engine's process among those that this one started.
    static Optional<ProcessHandle> process() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().arguments().map(Arrays::asList).orElseThrow().contains(EngineHost.ARGUMENT))
                .findFirst();
    }
}
