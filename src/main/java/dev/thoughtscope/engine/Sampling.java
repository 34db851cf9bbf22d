package dev.thoughtscope.engine;

import java.util.Map;

/// How the next token is drawn.
///
/// @param temperature 0 takes the most probable token; otherwise greater than 0
/// @param topK keep the K most probable, 0 keeps all
/// @param topP keep the smallest set whose probability reaches P, 1 keeps all
/// @param minP keep those at least P times as probable as the most probable, 0 keeps all
/// @param repetitionPenalty 1 for none; applied to tokens among the last 64
/// @param logitBias added to the logits of the given ids
/// @param grammar GBNF text, empty for none; root rule `root`
/// @param seed of this branch alone
public record Sampling(
        double temperature,
        int topK,
        double topP,
        double minP,
        double repetitionPenalty,
        Map<Integer, Double> logitBias,
        String grammar,
        long seed) {
    public Sampling {
        logitBias = Map.copyOf(logitBias);
        if (!(temperature >= 0) || topK < 0 || !(topP > 0 && topP <= 1) || !(minP >= 0 && minP < 1)
                || !(repetitionPenalty > 0)) {
            throw new IllegalArgumentException("Sampling settings out of range: temperature " + temperature + ", top-k "
                    + topK + ", top-p " + topP + ", min-p " + minP + ", repetition penalty " + repetitionPenalty);
        }
    }

    public static Sampling greedy() {
        return at(0, 0);
    }

    public static Sampling at(double temperature, long seed) {
        return new Sampling(temperature, 0, 1, 0, 1, Map.of(), "", seed);
    }

    public Sampling withSeed(long newSeed) {
        return new Sampling(temperature, topK, topP, minP, repetitionPenalty, logitBias, grammar, newSeed);
    }
}
