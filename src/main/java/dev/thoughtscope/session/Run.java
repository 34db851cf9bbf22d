package dev.thoughtscope.session;

import dev.thoughtscope.search.Control;
import java.util.List;
import java.util.function.Consumer;

/// A search under way: its log, the hand on it, and where it is to be held.
///
/// @param breakpoints sets all breakpoints, as the command line writes them, from any thread; throws
///     [IllegalArgumentException] with a sentence if one cannot be read, and changes nothing then
public record Run(EventLog log, Control control, Consumer<List<String>> breakpoints) {
    public Run(EventLog log, Control control) {
        this(log, control, _ -> {});
    }
}
