package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.probe.Position;
import dev.thoughtscope.probe.Thought;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// One position, told in full.
///
/// @param text of the token that the thoughts stand before
/// @param gain mean gain in nats, NaN before it is measured
/// @param best gain of the best thought
/// @param times how many times as probable the tokens ahead are with the mean gain
/// @param entropy of the place without a thought, in nats
/// @param divergence of the best thought's distribution from the one without, in nats
/// @param before probability of the token without a thought
/// @param after with the best one, NaN before it is measured
/// @param ahead tokens on which the gain is counted, fewer near the end of the text
/// @param thoughts best first
/// @param choices the most probable tokens of the place, without and with the best thought
public record StripDetail(
        int index,
        String text,
        double gain,
        double best,
        double times,
        double entropy,
        double divergence,
        double before,
        double after,
        int ahead,
        List<ThoughtRow> thoughts,
        List<Choice> choices) {
    private static final int MOST_CHOICES = 12;
    private static final int FEWEST_CHOICES = 3;

    /// Probability below which a candidate tells nothing.
    private static final double TELLING = 0.001;

    /// @param times how many times as probable the tokens ahead are with it
    /// @param confidence 0 to 1
    public record ThoughtRow(String text, double gain, double times, double confidence) {}

    /// A candidate for the place.
    ///
    /// @param before probability without a thought, NaN if it is not among the ten most probable there
    /// @param after with the best thought, NaN likewise
    /// @param taken whether it is the token of the text
    public record Choice(String text, double before, double after, boolean taken) {
        double most() {
            return Math.max(Double.isNaN(before) ? 0 : before, Double.isNaN(after) ? 0 : after);
        }
    }

    public StripDetail {
        thoughts = List.copyOf(thoughts);
        choices = List.copyOf(choices);
    }

    static StripDetail of(Position position) {
        var best = position.isMeasured() ? position.thoughts().getFirst() : null;
        return new StripDetail(
                position.index(),
                position.text(),
                position.gain(),
                position.best(),
                Math.exp(position.gain()),
                position.entropy(),
                best == null ? Double.NaN : best.divergence(),
                Math.exp(position.logProb()),
                best == null ? Double.NaN : Math.exp(best.logProbs().getFirst()),
                best == null ? 0 : best.logProbs().size(),
                position.thoughts().stream().map(StripDetail::row).toList(),
                choices(position, best == null ? List.of() : best.after()));
    }

    private static ThoughtRow row(Thought thought) {
        return new ThoughtRow(thought.text(), thought.gain(), thought.timesMoreLikely(), thought.confidence());
    }

    private static List<Choice> choices(Position position, List<Alternative> after) {
        var all = new LinkedHashMap<Integer, Choice>();
        for (var one : position.before()) {
            all.put(one.id(), choice(one, Math.exp(one.logProb()), Double.NaN, position));
        }
        for (var one : after) {
            var known = all.get(one.id());
            double before = known == null ? Double.NaN : known.before();
            all.put(one.id(), choice(one, before, Math.exp(one.logProb()), position));
        }
        var choices = new ArrayList<>(all.values());
        choices.sort(Comparator.comparing(Choice::taken).thenComparing(Choice::most).reversed());
        long telling = choices.stream().filter(choice -> choice.most() >= TELLING).count();
        return choices.subList(0, Math.min(choices.size(), Math.clamp(telling, FEWEST_CHOICES, MOST_CHOICES)));
    }

    private static Choice choice(Alternative one, double before, double after, Position position) {
        return new Choice(one.piece().text(), before, after, one.id() == position.id());
    }
}
