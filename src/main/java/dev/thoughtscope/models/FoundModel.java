package dev.thoughtscope.models;

import java.nio.file.Path;
import java.util.Optional;

/// A model file on this machine.
///
/// @param title as a person knows it: the name in another program, or that of the file
/// @param bytes of the file
/// @param facts empty if it cannot be used
/// @param problem why it cannot be used, one sentence; empty if it can
public record FoundModel(Origin origin, Path file, String title, long bytes, Optional<ModelFacts> facts, String problem) {
    public boolean usable() {
        return facts.isPresent();
    }
}
