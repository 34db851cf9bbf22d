package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The window's engine in the hands of a study, which may not close it.
record Borrowed(Engine engine) implements Engine {
    @Override
    public ModelInfo model() {
        return engine.model();
    }

    @Override
    public Set<Ability> abilities() {
        return engine.abilities();
    }

    @Override
    public Sequence tokenize(String text, boolean special, boolean start) {
        return engine.tokenize(text, special, start);
    }

    @Override
    public Piece piece(int token) {
        return engine.piece(token);
    }

    @Override
    public String chat(List<Message> messages) {
        return engine.chat(messages);
    }

    @Override
    public Running start(GenerateRequest request, Consumer<TokenStep> onToken) {
        return engine.start(request, onToken);
    }

    @Override
    public EngineStats stats() {
        return engine.stats();
    }

    @Override
    public void close() {}
}
