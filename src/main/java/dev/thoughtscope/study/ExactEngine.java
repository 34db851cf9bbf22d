package dev.thoughtscope.study;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Exactness;
import dev.thoughtscope.engine.ForwardingEngine;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.TokenStep;
import java.util.function.Consumer;

/// Asks for all of a study exactly, so that nothing depends on when what was computed.
final class ExactEngine extends ForwardingEngine {
    /// @throws dev.thoughtscope.engine.EngineException if the engine cannot be exact
    ExactEngine(Engine engine) {
        super(engine);
        Ability.EXACTNESS.require(engine, "An exact study");
    }

    @Override
    public Running start(GenerateRequest request, Consumer<TokenStep> onToken) {
        return engine.start(request.with(Exactness.ALWAYS), onToken);
    }
}
