package dev.thoughtscope.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// An engine that hands all to another; subclasses change what they must.
public abstract class ForwardingEngine implements Engine {
    protected final Engine engine;

    protected ForwardingEngine(Engine engine) {
        this.engine = engine;
    }

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
    public void forget() {
        engine.forget();
    }

    @Override
    public EngineStats stats() {
        return engine.stats();
    }

    @Override
    public long hiddenTokens() {
        return engine.hiddenTokens();
    }

    @Override
    public void close() {
        engine.close();
    }
}
