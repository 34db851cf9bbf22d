package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// One text on its way through one engine.
final class Pass {
    /// More at once gain nothing more, every branch costs the engine some bookkeeping, and libraries allow 256 sequences. Where the engine has room
    /// for fewer, waves shrink until they fit.
    private static final int MOST_IN_FLIGHT = 192;

    private static final int FEWEST_IN_FLIGHT = 4;
    /// Cells that an engine has as a rule. One with fewer is noticed by what it computes again.
    private static final int CELLS = 16_384;

    private final Engine engine;
    private final ToDoubleFunction<List<TokenStep>> confidence;
    private final ProbeText text;
    private final ProbeSettings settings;
    private final ProbeControl control;
    private final StripListener listener;
    private final Optional<Frame> frame;
    private final List<Windows.Window> windows;
    private final List<Position> positions = new ArrayList<>();
    private final Stopwatch stopwatch = new Stopwatch();
    private final long callsBefore;
    private String trouble = "";
    private int inFlight;
    private int total;
    private int done;

    Pass(
            Engine engine,
            ToDoubleFunction<List<TokenStep>> confidence,
            ProbeText text,
            ProbeSettings settings,
            ProbeControl control,
            StripListener listener) {
        this.engine = engine;
        this.confidence = confidence;
        this.text = text;
        this.settings = settings;
        this.control = control;
        this.listener = listener;
        frame = Probe.frame(engine, settings);
        windows = plan(engine, text, settings, frame);
        callsBefore = engine.stats().decodeCalls();
        inFlight = settings.wave() > 0 ? settings.wave() : room();
    }

    private int room() {
        int context = engine.model().contextLength();
        int shared = Math.min(context, text.lead().length() + text.length());
        int each = frame.map(Frame::length).orElse(0) + settings.thoughtTokens() + settings.ahead();
        return Math.clamp((Math.max(CELLS, context) - shared) / each, FEWEST_IN_FLIGHT, MOST_IN_FLIGHT);
    }

    static List<Windows.Window> plan(Engine engine, ProbeText text, ProbeSettings settings, Optional<Frame> frame) {
        int beside = text.lead().length()
                + frame.map(Frame::length).orElse(0)
                + settings.thoughtTokens()
                + settings.ahead();
        return Windows.plan(text.length(), beside, settings.ahead(), engine.model().contextLength());
    }

    StripResult run() throws InterruptedException {
        var bases = new ArrayList<Base>();
        for (var window : windows) {
            bases.add(Base.read(engine, text, window));
        }
        readWithout(bases);
        var chosen = bases.stream().map(this::chosen).toList();
        total = chosen.stream().mapToInt(List::size).sum();
        if (total == 0) {
            throw new IllegalArgumentException("The settings choose none of the text's " + text.length()
                    + " tokens to think at: widen the range or lower the entropy.");
        }
        listener.started(List.copyOf(positions), windows.size());
        for (int i = 0; i < bases.size() && goesOn(); i++) {
            measure(bases.get(i), chosen.get(i));
        }
        return result();
    }

    private void readWithout(List<Base> bases) {
        var texts = TokenTexts.of(text.pieces());
        for (var base : bases) {
            for (int i = base.window.first(); i < base.window.last(); i++) {
                positions.add(base.position(i, texts.get(i)));
            }
        }
    }

    private List<Integer> chosen(Base base) {
        return IntStream.range(base.window.first(), base.window.last())
                .filter(i -> base.isScored(i)
                        && settings.positions().includes(i, base.step(i).entropy()))
                .boxed()
                .toList();
    }

    private boolean goesOn() {
        return trouble.isEmpty() && !control.isCancelled();
    }

    private void measure(Base base, List<Integer> chosen) throws InterruptedException {
        if (frame.isEmpty()) {
            chosen.forEach(position -> found(position, List.of(base.nothing(position, settings.ahead()))));
            return;
        }
        var chains = new ArrayList<Chain>();
        for (int position : chosen) {
            for (int number = 0; number < settings.thoughts(); number++) {
                chains.add(new Chain(position, number, base, frame.get(), settings));
            }
        }
        waves(base, chains);
    }

    /// A failure may be an engine that was just started again, so it is asked once more before the strip ends.
    private void waves(Base base, List<Chain> chains) throws InterruptedException {
        var harvest = new Harvest(chains);
        int each = frame.orElseThrow().length() + settings.thoughtTokens() + settings.ahead();
        boolean failedBefore = false;
        var open = chains;
        while (!open.isEmpty() && awaitTurn()) {
            var together = open.subList(0, Math.min(inFlight, open.size()));
            var wave = new Wave(engine, control, together, (long) each * together.size() + base.length());
            try {
                base.prime(engine);
                wave.advance(harvest::collect);
                failedBefore = false;
            } catch (EngineException failed) {
                if (failedBefore) {
                    trouble = failed.getMessage();
                    return;
                }
                failedBefore = true;
            }
            if (wave.isCrowded()) {
                inFlight = Math.max(FEWEST_IN_FLIGHT, inFlight / 2);
            }
            open = open.stream().filter(chain -> !chain.isWeighed()).toList();
        }
    }

    private boolean awaitTurn() throws InterruptedException {
        stopwatch.stop();
        boolean goesOn = control.awaitTurn();
        stopwatch.start();
        return goesOn;
    }

    /// Hands on positions as the last of their thoughts is weighed.
    private final class Harvest {
        private final List<Chain> chains;
        private int next;

        Harvest(List<Chain> chains) {
            this.chains = chains;
        }

        void collect() {
            int thoughts = settings.thoughts();
            while (next < chains.size()) {
                var together = chains.subList(next, next + thoughts);
                if (!together.stream().allMatch(Chain::isWeighed)) {
                    return;
                }
                found(together.getFirst().position, together.stream().map(chain -> chain.thought(confidence)).toList());
                next += thoughts;
            }
        }
    }

    private void found(int index, List<Thought> thoughts) {
        var position = positions.get(index).with(thoughts);
        positions.set(index, position);
        done++;
        listener.measured(position);
        long nanos = stopwatch.nanos();
        long left = Math.round((double) nanos / done * (total - done));
        listener.progress(new StripListener.Progress(done, total, nanos, left));
    }

    private StripResult result() {
        var ending = trouble.isEmpty()
                ? done == total ? StripResult.Ending.COMPLETE : StripResult.Ending.CANCELLED
                : StripResult.Ending.FAILED;
        return new StripResult(
                positions,
                settings,
                windows.size(),
                engine.stats().decodeCalls() - callsBefore,
                stopwatch.nanos() / 1_000_000,
                ending,
                trouble);
    }
}
