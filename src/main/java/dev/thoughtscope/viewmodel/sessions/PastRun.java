package dev.thoughtscope.viewmodel.sessions;

import dev.thoughtscope.session.SavedRun;
import java.nio.file.Path;
import java.time.Instant;

/// A run of the past in a list.
///
/// @param changed when something was last written to it
/// @param ended whether it came to its end
public record PastRun(Path file, String question, Instant changed, boolean ended) {
    static PastRun of(SavedRun saved) {
        return new PastRun(saved.file(), saved.question(), saved.changed(), saved.ended());
    }
}
