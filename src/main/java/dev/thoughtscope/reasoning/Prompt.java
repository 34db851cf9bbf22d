package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.Sequence;
import java.util.ArrayList;

/// The text put before the model's own, and its tokens.
public record Prompt(String text, Sequence tokens) {
    /// Fewer than these and the model cannot say anything.
    private static final int ROOM_TO_ANSWER = 16;

    /// @throws IllegalArgumentException if the question is empty
    /// @throws EngineException if it does not fit the context
    public static Prompt of(Engine engine, Dialect dialect, String question) {
        if (question.isBlank()) {
            throw new IllegalArgumentException("The question is empty: type one, or choose a sample.");
        }
        var messages = new ArrayList<Engine.Message>();
        if (!dialect.system().isEmpty()) {
            messages.add(new Engine.Message("system", dialect.system()));
        }
        messages.add(new Engine.Message("user", question.strip()));
        String text = engine.chat(messages);
        if (!text.endsWith(dialect.opening())) {
            text += dialect.opening();
        }
        var tokens = engine.tokenize(text, true, true);
        int room = engine.model().contextLength();
        if (tokens.length() + ROOM_TO_ANSWER > room) {
            throw new EngineException("The question is too long for this model: with its frame it takes " + tokens.length()
                    + " tokens, and the model has room for " + room
                    + " including the answer. Shorten the question or choose a model with a longer context.");
        }
        return new Prompt(text, tokens);
    }
}
