package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Engine.Message;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.Sequence;
import java.util.ArrayList;
import java.util.List;

/// The text put before the model's own, and its tokens.
///
/// @param notice a sentence where the model's chat template could not be written, else empty
public record Prompt(String text, Sequence tokens, String notice) {
    /// Fewer than these and the model cannot say anything.
    private static final int ROOM_TO_ANSWER = 16;

    public Prompt(String text, Sequence tokens) {
        this(text, tokens, "");
    }

    /// @throws IllegalArgumentException if the question is empty
    /// @throws EngineException if it does not fit the context
    public static Prompt of(Engine engine, Dialect dialect, String question) {
        return of(engine, dialect, List.of(), question);
    }

    /// @param before what was said before the question; of the model's own replies only what the dialect's history keeps
    /// @throws IllegalArgumentException if the question is empty
    /// @throws EngineException if it does not fit the context
    public static Prompt of(Engine engine, Dialect dialect, List<Message> before, String question) {
        if (question.isBlank()) {
            throw new IllegalArgumentException("The question is empty: type one, or choose a sample.");
        }
        var messages = new ArrayList<Message>();
        boolean instructed = before.stream().anyMatch(message -> message.role().equals("system"));
        if (!dialect.system().isEmpty() && !instructed) {
            messages.add(new Message("system", dialect.system()));
        }
        for (var message : before) {
            boolean own = message.role().equals("assistant");
            messages.add(own ? new Message("assistant", dialect.spoken(message.content())) : message);
        }
        messages.add(new Message("user", question.strip()));
        var written = ChatFormat.write(engine, messages);
        String text = written.text();
        if (!text.endsWith(dialect.opening())) {
            text += dialect.opening();
        }
        return fitting(engine, text, "question", written.notice());
    }

    /// A running text that the model is to go on with, as it stands.
    ///
    /// @throws EngineException if it does not fit the context
    public static Prompt running(Engine engine, String text) {
        return fitting(engine, text, "text", "");
    }

    private static Prompt fitting(Engine engine, String text, String what, String notice) {
        var tokens = engine.tokenize(text, true, true);
        int room = engine.model().contextLength();
        if (tokens.length() + ROOM_TO_ANSWER > room) {
            throw new EngineException("The " + what + " is too long for this model: with its frame it takes "
                    + tokens.length() + " tokens, and the model has room for " + room + " including the answer. Shorten the "
                    + what + " or choose a model with a longer context.");
        }
        return new Prompt(text, tokens, notice);
    }
}
