package dev.thoughtscope.session;

import java.nio.file.Path;
import java.time.Instant;

/// A run on disk, as it is told in a list.
///
/// @param question of the run
/// @param changed when something was last written to it
/// @param ended whether it came to its end, in order or not
public record SavedRun(Path file, String question, Instant changed, boolean ended) {}
