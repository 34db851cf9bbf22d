package dev.thoughtscope.session;

import java.util.List;

/// Starts runs on the model that is loaded. Any thread.
public interface Runner {
    /// Starts at once on a thread of its own. What goes wrong later is a `Failed` event in the log.
    ///
    /// @throws IllegalArgumentException if the request cannot be run: its message is one sentence for a person
    Run start(RunRequest request);

    /// Name and size of the model in a few words.
    String modelLine();

    /// Questions that the model knows to answer, the first one the default.
    List<String> samples();
}
