package dev.thoughtscope.viewmodel.log;

import java.time.Instant;

/// One thing that happened.
///
/// @param source who tells it, such as `native.llama`
public record LogLine(Instant time, Severity severity, String source, String text) {
    /// How much it matters.
    public enum Severity {
        DETAIL,
        WARNING,
        FAILURE
    }
}
