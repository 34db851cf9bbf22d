package dev.thoughtscope.study;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// How one answer is chosen among attempts. Ties go to the answer that was found first.
public enum Choice {
    /// The answer of the most attempts.
    MAJORITY,
    /// The answer of the attempt of the highest value.
    BEST_VALUE,
    /// The answer whose attempts have the highest sum of values.
    WEIGHTED_VOTE;

    /// The attempt that stands for the chosen answer: the most valued one that found it. Empty if none found any.
    public Optional<Attempt> among(List<Attempt> attempts) {
        var answered = attempts.stream().filter(Attempt::isAnswered).toList();
        return switch (this) {
            case BEST_VALUE -> first(answered, Attempt::value);
            case MAJORITY -> byVotes(answered, _ -> 1);
            case WEIGHTED_VOTE -> byVotes(answered, Attempt::value);
        };
    }

    private static Optional<Attempt> byVotes(List<Attempt> answered, ToDoubleFunction<Attempt> weight) {
        Map<String, Double> votes = new LinkedHashMap<>();
        answered.forEach(one -> votes.merge(one.answer(), weight.applyAsDouble(one), Double::sum));
        return votes.entrySet().stream()
                .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
                .flatMap(winner -> first(
                        answered.stream().filter(one -> one.answer().equals(winner.getKey())).toList(), Attempt::value));
    }

    private static Optional<Attempt> first(List<Attempt> attempts, ToDoubleFunction<Attempt> value) {
        return attempts.stream()
                .reduce((best, next) -> Comparator.comparingDouble(value).compare(next, best) > 0 ? next : best);
    }
}
