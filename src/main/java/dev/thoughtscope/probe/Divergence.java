package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Alternative;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Kullback-Leibler divergence of two distributions of which only the most probable tokens are known.
final class Divergence {
    private static final double LEAST = 1e-12;

    private Divergence() {}

    /// `sum of p ln(p / q)` over the tokens listed in both, all others taken together as one: at most the divergence
    /// of the whole distributions, and equal to it where the lists hold all that differs. In nats.
    static double of(List<Alternative> p, List<Alternative> q) {
        Map<Integer, Double> known = new HashMap<>();
        q.forEach(one -> known.put(one.id(), one.logProb()));
        double sum = 0;
        double restP = 1;
        double restQ = 1;
        for (var one : p) {
            var other = known.get(one.id());
            if (other != null) {
                double probability = Math.exp(one.logProb());
                sum += probability * (one.logProb() - other);
                restP -= probability;
                restQ -= Math.exp(other);
            }
        }
        if (restP > LEAST) {
            sum += restP * Math.log(restP / Math.max(LEAST, restQ));
        }
        return Math.max(0, sum);
    }
}
