package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Exactness;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.TokenStep;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A window of the text read once without thoughts: the cross-entropies to compare with.
final class Base {
    /// Candidates asked of the engine, for divergences.
    static final int CANDIDATES = 40;

    /// Candidates kept for people.
    private static final int SHOWN = 10;

    final Windows.Window window;
    private final ProbeText text;
    private final List<TokenStep> steps;
    private final int firstScored;

    private Base(ProbeText text, Windows.Window window, List<TokenStep> steps) {
        this.text = text;
        this.window = window;
        this.steps = steps;
        firstScored = window.to() - steps.size();
    }

    /// Scores the whole window in one request, so that the engine holds every prefix of it afterwards.
    static Base read(Engine engine, ProbeText text, Windows.Window window) throws InterruptedException {
        var whole = context(text, window.from(), window.to());
        int given = text.lead().length() == 0 ? 1 : text.lead().length();
        return new Base(text, window, score(engine, whole, given));
    }

    /// Makes sure that the engine holds the window: costs nothing if it still does.
    void prime(Engine engine) throws InterruptedException {
        var whole = context(text, window.from(), window.to());
        score(engine, whole, whole.length() - 1);
    }

    private static List<TokenStep> score(Engine engine, Sequence whole, int prefix) throws InterruptedException {
        if (prefix == whole.length()) {
            return List.of();
        }
        var given = Sequence.of(Arrays.copyOfRange(whole.toArray(), prefix, whole.length()));
        var running = engine.start(scoring(whole.prefix(prefix), given), _ -> {});
        try {
            return running.await().steps();
        } finally {
            running.cancel();
        }
    }

    static GenerateRequest scoring(Sequence prefix, Sequence given) {
        return new GenerateRequest(prefix, given, 0, Sampling.greedy(), List.of(), CANDIDATES, 0).with(Exactness.BESIDE_OTHERS);
    }

    private static Sequence context(ProbeText text, int from, int to) {
        return text.lead().plus(Arrays.copyOfRange(text.tokens().toArray(), from, to));
    }

    /// Tokens of the window with its lead.
    int length() {
        return text.lead().length() + window.to() - window.from();
    }

    /// What a thought at a position sees.
    Sequence before(int position) {
        return context(text, window.from(), position);
    }

    /// The tokens on which its gain is counted: fewer than `ahead` near the end of the text.
    Sequence ahead(int position, int ahead) {
        int to = Math.min(position + ahead, window.to());
        return Sequence.of(Arrays.copyOfRange(text.tokens().toArray(), position, to));
    }

    List<Double> logProbs(int position, int count) {
        return IntStream.range(position, position + count)
                .mapToObj(index -> step(index).logProb())
                .toList();
    }

    boolean isScored(int position) {
        return position >= firstScored;
    }

    /// The token at a position and its candidates, [#CANDIDATES] of them.
    TokenStep step(int position) {
        return steps.get(position - firstScored);
    }

    Position position(int index, String read) {
        int id = text.tokens().token(index);
        if (!isScored(index)) {
            return new Position(index, id, read, Double.NaN, Double.NaN, List.of(), List.of());
        }
        var step = step(index);
        return new Position(index, id, read, step.logProb(), step.entropy(), shown(step), List.of());
    }

    /// A thought of no tokens and no markers: nothing changes.
    Thought nothing(int position, int ahead) {
        int count = Math.min(ahead, window.to() - position);
        return new Thought(List.of(), "", 0, logProbs(position, count), 0, shown(step(position)), 0);
    }

    /// The candidates that people see.
    static List<Alternative> shown(TokenStep step) {
        return step.top().subList(0, Math.min(SHOWN, step.top().size()));
    }
}
