package dev.thoughtscope.session;

import dev.thoughtscope.search.Control;
import java.util.List;
import java.util.function.Consumer;

/// A search under way: its log, the hand on it, and where it is to be held.
///
/// @param breakpoints sets all breakpoints, as the command line writes them, from any thread; throws
///     [IllegalArgumentException] with a sentence if one cannot be read, and changes nothing then
/// @param notice a sentence on what had to be done otherwise than the person may expect, else empty
public record Run(EventLog log, Control control, Consumer<List<String>> breakpoints, String notice) {
    public Run(EventLog log, Control control) {
        this(log, control, _ -> {}, "");
    }

    public Run(EventLog log, Control control, Consumer<List<String>> breakpoints) {
        this(log, control, breakpoints, "");
    }
}
