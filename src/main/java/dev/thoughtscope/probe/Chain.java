package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Exactness;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// One thought on its way: first written, then weighed on the tokens ahead.
final class Chain {
    final int position;
    private final int number;
    private final Base base;
    private final Frame frame;
    private final ProbeSettings settings;
    private final Sequence opened;
    private final Sequence ahead;
    private Frame.Written written;
    private List<TokenStep> weighed;

    Chain(int position, int number, Base base, Frame frame, ProbeSettings settings) {
        this.position = position;
        this.number = number;
        this.base = base;
        this.frame = frame;
        this.settings = settings;
        opened = base.before(position).plus(frame.start().toArray());
        ahead = base.ahead(position, settings.ahead());
    }

    boolean isWritten() {
        return written != null;
    }

    boolean isWeighed() {
        return weighed != null;
    }

    GenerateRequest writing() {
        var sampling = Sampling.at(settings.temperature(), seed());
        return new GenerateRequest(
                opened, Sequence.EMPTY, settings.thoughtTokens(), sampling, List.of(frame.stop()), 5, 0)
                .with(Exactness.BESIDE_OTHERS);
    }

    void write(Generation generation) {
        written = frame.read(generation);
    }

    GenerateRequest weighing() {
        return Base.scoring(opened.plus(written.context().toArray()), ahead);
    }

    void weigh(Generation generation) {
        weighed = generation.steps();
    }

    Thought thought(ToDoubleFunction<List<TokenStep>> confidence) {
        var with = new ArrayList<Double>();
        weighed.forEach(step -> with.add(step.logProb()));
        var next = weighed.getFirst();
        return new Thought(
                written.tokens(),
                written.text(),
                confidence.applyAsDouble(written.tokens()),
                with,
                Thought.difference(base.logProbs(position, ahead.length()), with),
                Base.shown(next),
                Divergence.of(next.top(), base.step(position).top()));
    }

    /// Depends on nothing but the settings' seed and the place, so that waves of any size think the same.
    /// The finisher of SplitMix64 (Steele, Lea and Flood, 2014).
    private long seed() {
        long mixed = settings.seed() * 0x9E3779B97F4A7C15L + position * 0xD1B54A32D192ED03L + number;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
