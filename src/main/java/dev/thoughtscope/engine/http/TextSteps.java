package dev.thoughtscope.engine.http;

import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.TokenStep;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Brings the text of a stream and the tokens reported beside it together, and looks for the end in the text.
///
/// The text is what counts: tokens wait until their text has come, and tokens whose texts do not make up the
/// stream's, as those of a character cut in two do not, share it: the last of them carries all.
final class TextSteps {
    /// The marks that servers take out of a text when they tell reasoning and answer apart.
    private static final String THOUGHT = "<think>\n";

    private static final String ANSWER = "\n</think>\n\n";

    private final LocalVocabulary vocabulary;
    private final List<String> stops;
    private final int longestStop;
    private final Consumer<TokenStep> out;
    private final Deque<ScoredText> waiting = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder written = new StringBuilder();
    private int sampled;
    private boolean stopped;
    private boolean inThought;
    private boolean tookThought;

    /// @param before what the text goes on from: it may have opened a thought
    TextSteps(LocalVocabulary vocabulary, String before, List<String> stops, Consumer<TokenStep> out) {
        this.vocabulary = vocabulary;
        inThought = before.lastIndexOf(THOUGHT.strip()) > before.lastIndexOf(ANSWER.strip());
        this.stops = stops;
        this.out = out;
        longestStop = stops.stream().mapToInt(String::length).max().orElse(0);
    }

    /// Whether a stop string has been written; what comes after is left out.
    boolean isStopped() {
        return stopped;
    }

    int sampled() {
        return sampled;
    }

    /// What comes is reasoning.
    void thinks() {
        if (!inThought) {
            mark(THOUGHT);
        }
        inThought = true;
        tookThought = true;
    }

    /// What comes is the answer.
    void answers() {
        if (tookThought && inThought) {
            mark(ANSWER);
            inThought = false;
        }
    }

    private void mark(String mark) {
        flush();
        if (!stopped) {
            write(new ScoredText(Piece.of(mark), Double.NaN, List.of()), false);
        }
    }

    void add(String more, List<ScoredText> scores) {
        text.append(more);
        waiting.addAll(scores);
        if (!text.isEmpty()) {
            handOver();
        }
    }

    /// Hands over the end: the token that the server shows for it, or one of our own that nobody scored.
    void end() {
        var last = waiting.pollLast();
        flush();
        var end = last == null ? new ScoredText(Piece.EMPTY, Double.NaN, List.of()) : last;
        sampled++;
        out.accept(new TokenStep(
                LocalVocabulary.END,
                vocabulary.piece(LocalVocabulary.END),
                end.logProb(),
                end.top(),
                Double.NaN,
                true));
    }

    /// Hands over what is left of the text, whose tokens the server has not told.
    void flush() {
        waiting.clear();
        if (!text.isEmpty()) {
            handOver();
        }
    }

    private void handOver() {
        var here = text.toString().getBytes(StandardCharsets.UTF_8);
        var tokens = Piece.join(waiting.stream().map(ScoredText::piece).toList());
        if (waiting.isEmpty()) {
            take(new ScoredText(Piece.of(here), Double.NaN, List.of()));
        } else if (tokens.startsWith(text.toString())) {
            takeCovered(here);
            return;
        } else {
            var last = waiting.removeLast();
            waiting.forEach(one -> take(new ScoredText(Piece.EMPTY, one.logProb(), one.top())));
            take(new ScoredText(Piece.of(here), last.logProb(), last.top()));
        }
        waiting.clear();
        text.setLength(0);
    }

    /// Hands over the tokens whose text is all there.
    private void takeCovered(byte[] here) {
        int from = 0;
        while (!waiting.isEmpty() && waiting.peek().piece().length() <= here.length - from && from < here.length) {
            from += waiting.peek().piece().length();
            take(waiting.remove());
        }
        text.setLength(0);
        text.append(new String(Arrays.copyOfRange(here, from, here.length), StandardCharsets.UTF_8));
    }

    private void take(ScoredText token) {
        if (!stopped) {
            write(token, true);
        }
    }

    private void write(ScoredText token, boolean chosen) {
        int from = Math.max(0, written.length() - longestStop);
        written.append(token.piece().text());
        sampled += chosen ? 1 : 0;
        out.accept(new TokenStep(
                vocabulary.id(token.piece()), token.piece(), token.logProb(), token.top(), Double.NaN, chosen));
        stopped = stops.stream().anyMatch(stop -> written.indexOf(stop, from) >= 0);
    }
}
