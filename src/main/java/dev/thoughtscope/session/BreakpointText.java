package dev.thoughtscope.session;

import dev.thoughtscope.reasoning.Breakpoint;
import java.util.Optional;

/// Breakpoints as they are written.
public final class BreakpointText {
    private BreakpointText() {}

    /// What is wrong with a breakpoint, as a sentence; empty if it can be set.
    public static Optional<String> fault(String written) {
        try {
            Breakpoint.parse(written);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }
}
