package dev.thoughtscope.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A language model that continues sequences of tokens.
///
/// All methods may be called from any thread. Every request in flight advances in the same forward
/// passes as all others; a prefix that several share is computed once.
public interface Engine extends AutoCloseable {
    ModelInfo model();

    /// What this engine can do; what it cannot is greyed out, never guessed.
    default Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    /// Token ids of a text.
    ///
    /// @param special whether control tokens written out in the text (`<|im_start|>`) are read as such
    /// @param start whether the model's own first token is put before it, for models that want one
    /// @throws EngineException if the model has no vocabulary
    Sequence tokenize(String text, boolean special, boolean start);

    /// The bytes of a token; control tokens as their written form.
    Piece piece(int token);

    /// Writes a conversation in the model's chat format, ready for the assistant's turn.
    ///
    /// @throws EngineException if the model has no template that can be rendered
    String chat(List<Message> messages);

    /// Starts a generation.
    ///
    /// @param onToken called for each step in order, on the engine's thread: it must only hand over
    /// @throws EngineException if the request cannot fit the context or names tokens outside the vocabulary
    Running start(GenerateRequest request, Consumer<TokenStep> onToken);

    /// Gives up what finished generations left for others to begin with, so that what follows is computed as on a new engine.
    default void forget() {}

    /// What the engine has done since it started. A snapshot.
    EngineStats stats();

    /// Tokens that the model thought and did not show, as far as a server tells: part of what it computed and asks to be
    /// paid for. 0 for a model that hides nothing.
    default long hiddenTokens() {
        return 0;
    }

    /// Ends all that runs and frees the model. Idempotent.
    @Override
    void close();

    record Message(String role, String content) {}
}
