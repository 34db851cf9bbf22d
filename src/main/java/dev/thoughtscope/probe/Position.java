package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Alternative;
import java.util.Comparator;
import java.util.List;

/// One token of the text and the thoughts before it.
///
/// @param text the characters that the token completes
/// @param logProb of the token without a thought, NaN for a first token that nothing comes before
/// @param entropy of the next token's distribution without a thought, in nats, NaN if unknown
/// @param before the ten most probable tokens here without a thought
/// @param thoughts best first; empty where nothing was thought (yet)
public record Position(
        int index,
        int id,
        String text,
        double logProb,
        double entropy,
        List<Alternative> before,
        List<Thought> thoughts) {
    public Position {
        before = List.copyOf(before);
        thoughts = thoughts.stream()
                .sorted(Comparator.comparingDouble(Thought::gain).reversed())
                .toList();
    }

    public boolean isMeasured() {
        return !thoughts.isEmpty();
    }

    /// Mean gain of the thoughts in nats, NaN without thoughts.
    public double gain() {
        return thoughts.stream().mapToDouble(Thought::gain).average().orElse(Double.NaN);
    }

    /// Gain of the best thought in nats, NaN without thoughts.
    public double best() {
        return thoughts.isEmpty() ? Double.NaN : thoughts.getFirst().gain();
    }

    /// Probability of the token with thoughts: the mean over them.
    public double thoughtProbability() {
        return thoughts.stream()
                .mapToDouble(thought -> Math.exp(thought.logProbs().getFirst()))
                .average()
                .orElse(Double.NaN);
    }

    Position with(List<Thought> found) {
        return new Position(index, id, text, logProb, entropy, before, found);
    }
}
