package dev.thoughtscope.session;

import java.util.List;

/// Starts runs on the model that is loaded. Any thread.
public interface Runner {
    /// Starts at once on a thread of its own. What goes wrong later is a `Failed` event in the log.
    ///
    /// @throws IllegalArgumentException if the request cannot be run: its message is one sentence for a person
    Run start(RunRequest request);

    /// Goes on from a run's past as a new run: its first `events` events are copied, then the search continues with
    /// the settings of `request`. What was being written at that moment is given up.
    ///
    /// @param request whose question is not used: a run has one question
    /// @throws IllegalArgumentException if that cannot be: its message is one sentence for a person
    default Run goOn(EventLog past, int events, RunRequest request) {
        throw new IllegalArgumentException("This run cannot be gone on with.");
    }

    /// Name and size of the model in a few words.
    String modelLine();

    /// Questions that the model knows to answer, the first one the default.
    List<String> samples();
}
