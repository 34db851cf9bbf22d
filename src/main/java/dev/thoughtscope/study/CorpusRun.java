package dev.thoughtscope.study;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.probe.Markers;
import dev.thoughtscope.probe.Probe;
import dev.thoughtscope.probe.ProbeControl;
import dev.thoughtscope.probe.ProbeSettings;
import dev.thoughtscope.probe.ProbeText;
import dev.thoughtscope.probe.StripListener;
import dev.thoughtscope.probe.StripResult;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.study.corpus.Gains;
import dev.thoughtscope.study.corpus.TextGain;
import dev.thoughtscope.study.data.CorpusText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Thinks along the texts of a study, one after another: the tokens of one text fill the forward passes by themselves.
///
/// Each thought is the most probable one, so that no seed is needed. Belongs to one thread.
final class CorpusRun {
    private static final double CHARACTERS_OF_A_ROLLOUT = 20;

    private final Study.Thinking plan;
    private final EngineKeeper keeper;
    private final ResultFile<TextGain> results;
    private final Tally tally;
    private final StudyControl control;

    CorpusRun(
            Study.Thinking plan, EngineKeeper keeper, ResultFile<TextGain> results, Tally tally, StudyControl control) {
        this.plan = plan;
        this.keeper = keeper;
        this.results = results;
        this.tally = tally;
        this.control = control;
    }

    /// As [Unit#weight] has it.
    static double weight(CorpusText text) {
        return Math.max(1, text.text().length() / CHARACTERS_OF_A_ROLLOUT);
    }

    /// @return whether all are measured; false once stopped
    boolean run(List<CorpusText> texts) throws IOException, InterruptedException {
        for (var text : texts) {
            var hand = control.begin();
            if (hand == null) {
                return false;
            }
            try {
                long before = keeper.engine().stats().generatedTokens();
                var gain = measure(text);
                results.append(gain);
                long tokens = keeper.engine().stats().generatedTokens() - before;
                tally.count(weight(text), Math.max(0, tokens), !gain.failure().isEmpty());
            } finally {
                control.end(hand);
            }
        }
        return true;
    }

    /// An engine that dies is opened again; a text under which it dies twice is given up.
    private TextGain measure(CorpusText text) throws InterruptedException {
        for (int attempt = 0; attempt < 2; attempt++) {
            var engine = keeper.engine();
            var found = once(engine, text);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return failed(text, "The engine stopped twice while it thought along this text.");
    }

    private Optional<TextGain> once(Engine engine, CorpusText text) throws InterruptedException {
        try {
            var result = probe(engine, text);
            if (result.ending() == StripResult.Ending.COMPLETE) {
                keeper.didWell();
                return Optional.of(Gains.of(text, result));
            }
            return keeper.wasAtFault(engine) ? Optional.empty() : Optional.of(failed(text, result.trouble()));
        } catch (EngineException | IllegalArgumentException failed) {
            return keeper.wasAtFault(engine) ? Optional.empty() : Optional.of(failed(text, failed.getMessage()));
        }
    }

    private StripResult probe(Engine engine, CorpusText text) throws InterruptedException {
        var probe = new Probe(engine, Confidence.TOP5::mean);
        var standard = ProbeSettings.STANDARD.withThoughtTokens(plan.thoughtTokens()).withAhead(plan.ahead());
        var settings = probe.knows(standard.markers()) ? standard : standard.withMarkers(Markers.FREE_TEXT);
        return probe.run(ProbeText.of(engine, text.text()), settings, new ProbeControl(), StripListener.NONE);
    }

    private static TextGain failed(CorpusText text, String sentence) {
        return new TextGain(text.id(), text.text(), List.of(), String.valueOf(sentence));
    }
}
