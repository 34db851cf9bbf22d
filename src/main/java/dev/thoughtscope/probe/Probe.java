package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Thinks at every position of a text, all positions side by side.
///
/// A thought is a branch of the engine that shares the text before its position, which is exactly Quiet-STaR's
/// diagonal attention mask: it sees that text and itself, never another position's thought.
public final class Probe {
    private final Engine engine;
    private final ToDoubleFunction<List<TokenStep>> confidence;

    /// @param confidence of a thought's tokens, 0 to 1
    public Probe(Engine engine, ToDoubleFunction<List<TokenStep>> confidence) {
        this.engine = engine;
        this.confidence = confidence;
    }

    /// Measures a text on the calling thread.
    ///
    /// @throws IllegalArgumentException if text, settings and model do not go together, in one sentence for a person
    /// @throws EngineException if the engine fails before any position is measured; a later failure is in the result
    public StripResult run(ProbeText text, ProbeSettings settings, ProbeControl control, StripListener listener)
            throws InterruptedException {
        Ability.SCORING.require(engine, "Measuring thoughts");
        // so that the text's cells lie in its order, whatever was computed before
        engine.forget();
        return new Pass(engine, confidence, text, settings, control, listener).run();
    }

    /// Whether the model has these markers as tokens of its own, or they are free text.
    public boolean knows(Markers markers) {
        return Frame.find(engine, markers).isPresent();
    }

    /// The markers as the model has them; as they are if it has none.
    public Markers spelled(Markers markers) {
        return markers.spellings(engine.model()).stream()
                .filter(spelling -> Frame.spelled(engine, spelling).isPresent())
                .findFirst()
                .orElse(markers);
    }

    /// The overlapping windows that a text is measured in with these settings, 1 if it fits the context.
    public int windows(ProbeText text, ProbeSettings settings) {
        return Pass.plan(engine, text, settings, frame(engine, settings)).size();
    }

    /// Empty for thoughts of no length, which need no markers.
    static Optional<Frame> frame(Engine engine, ProbeSettings settings) {
        return settings.thoughtTokens() == 0 ? Optional.empty() : Optional.of(Frame.of(engine, settings.markers()));
    }
}
