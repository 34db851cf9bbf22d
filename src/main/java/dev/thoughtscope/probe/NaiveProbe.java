package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// The same measurement the plain way: each position by itself, its prefix computed again for writing the thought and
/// for weighing it. The reference that [Probe] is compared with.
///
/// To have no computed prefix left over, every request has an engine of its own. Loading is not counted.
public final class NaiveProbe {
    private final Supplier<Engine> fresh;
    private final ToDoubleFunction<List<TokenStep>> confidence;
    private long nanos;
    private long decodeCalls;

    /// @param fresh gives a newly opened engine each time; this class closes it
    public NaiveProbe(Supplier<Engine> fresh, ToDoubleFunction<List<TokenStep>> confidence) {
        this.fresh = fresh;
        this.confidence = confidence;
    }

    /// Thoughts by position.
    ///
    /// @param nanos time inside requests; reading the text without thoughts, once for each window, included
    public record Measured(SortedMap<Integer, List<Thought>> thoughts, long nanos, long decodeCalls) {}

    /// @param every measures one position of so many, 1 for all that the settings choose
    public Measured run(String text, ProbeSettings settings, int every) throws InterruptedException {
        var thoughts = new TreeMap<Integer, List<Thought>>();
        try (var engine = fresh.get()) {
            var tokens = ProbeText.of(engine, text);
            var frame = Probe.frame(engine, settings).orElseThrow();
            int next = 0;
            for (var window : Pass.plan(engine, tokens, settings, Probe.frame(engine, settings))) {
                var base = read(engine, tokens, window);
                for (int i = window.first(); i < window.last(); i++) {
                    if (base.isScored(i) && settings.positions().includes(i, base.step(i).entropy()) && next++ % every == 0) {
                        thoughts.put(i, think(i, base, frame, settings));
                    }
                }
            }
        }
        return new Measured(thoughts, nanos, decodeCalls);
    }

    private Base read(Engine engine, ProbeText text, Windows.Window window) throws InterruptedException {
        long calls = engine.stats().decodeCalls();
        long start = System.nanoTime();
        var base = Base.read(engine, text, window);
        nanos += System.nanoTime() - start;
        decodeCalls += engine.stats().decodeCalls() - calls;
        return base;
    }

    private List<Thought> think(int position, Base base, Frame frame, ProbeSettings settings)
            throws InterruptedException {
        var thoughts = new ArrayList<Thought>();
        for (int number = 0; number < settings.thoughts(); number++) {
            var chain = new Chain(position, number, base, frame, settings);
            chain.write(alone(chain.writing()));
            chain.weigh(alone(chain.weighing()));
            thoughts.add(chain.thought(confidence));
        }
        return thoughts;
    }

    private Generation alone(GenerateRequest request) throws InterruptedException {
        try (var engine = fresh.get()) {
            long start = System.nanoTime();
            var generation = engine.start(request, _ -> {}).await();
            nanos += System.nanoTime() - start;
            decodeCalls += engine.stats().decodeCalls();
            return generation;
        }
    }
}
