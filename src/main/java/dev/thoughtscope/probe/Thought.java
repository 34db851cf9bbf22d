package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;

/// One thought at one position and what it changed.
///
/// @param tokens what the model wrote between the markers
/// @param text of these tokens
/// @param confidence of the thought in itself, 0 to 1
/// @param logProbs of the tokens ahead with the thought before them, in nats, at most 0
/// @param gain sum over the tokens ahead of cross-entropy without the thought minus with it, in nats, raw
/// @param after the ten most probable next tokens with the thought, most probable first
/// @param divergence Kullback-Leibler divergence of the next token's distribution with the thought from the one
///     without, in nats, at least 0
public record Thought(
        List<TokenStep> tokens,
        String text,
        double confidence,
        List<Double> logProbs,
        double gain,
        List<Alternative> after,
        double divergence) {
    public Thought {
        tokens = List.copyOf(tokens);
        logProbs = List.copyOf(logProbs);
        after = List.copyOf(after);
    }

    /// How many times as probable the tokens ahead are with the thought.
    public double timesMoreLikely() {
        return Math.exp(gain);
    }

    /// `without` and `with` hold log-probabilities of the same tokens; the gain in nats.
    static double difference(List<Double> without, List<Double> with) {
        if (without.size() != with.size()) {
            throw new IllegalArgumentException(without.size() + " tokens without, " + with.size() + " with the thought");
        }
        double gain = 0;
        for (int i = 0; i < with.size(); i++) {
            gain += with.get(i) - without.get(i);
        }
        return gain;
    }
}
