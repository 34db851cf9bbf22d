package dev.thoughtscope.session;

import dev.thoughtscope.engine.Engine.Message;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Outcome;
import java.util.List;

/// A run as what was said in it.
public final class Conversation {
    private Conversation() {}

    /// The question and the best way to its answer, thought included.
    ///
    /// @throws IllegalArgumentException with a sentence if the run found no answer
    public static List<Message> of(EventLog log) {
        var tree = log.fold();
        var winner = Outcome.of(tree)
                .winner()
                .orElseThrow(() -> new IllegalArgumentException("The run found no answer that a question could follow."));
        return List.of(
                new Message("user", tree.run().orElseThrow().question()),
                new Message("assistant", TokenStep.text(tree.pathTokens(winner.best()))));
    }
}
