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

    /// Shows a trace of some other system as a run of one path, scored by the loaded model, that can be gone on with.
    ///
    /// @param request whose action cuts the trace into nodes; its question is not used
    /// @throws IllegalArgumentException if that cannot be: its message is one sentence for a person
    /// @throws dev.thoughtscope.engine.EngineException if the question does not fit, or the engine cannot score a text
    default Run bring(Trace trace, RunRequest request) {
        throw new IllegalArgumentException("No trace can be imported here: load a model first.");
    }

    /// Goes on with a running text instead of answering a question: the text is put to the model as it stands, a thought is
    /// added below it as a person's, and beside it the search lets the model go on without.
    ///
    /// @param request whose question is not used
    /// @throws IllegalArgumentException if that cannot be: its message is one sentence for a person
    /// @throws dev.thoughtscope.engine.EngineException if the text does not fit the context
    default Run goOnText(String text, String thought, RunRequest request) {
        throw new IllegalArgumentException("No text can be gone on with here: load a model first.");
    }

    /// Name and size of the model in a few words.
    String modelLine();

    /// Questions that the model knows to answer, the first one the default.
    List<String> samples();
}
