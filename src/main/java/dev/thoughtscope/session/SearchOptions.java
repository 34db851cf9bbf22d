package dev.thoughtscope.session;

import dev.thoughtscope.reasoning.Reward;
import dev.thoughtscope.search.Budget;
import dev.thoughtscope.search.Selection;
import java.time.Duration;

/// How a search goes about it, beyond what a person sets every day.
///
/// @param method `mcts`, `beam` or `best-of`
/// @param selection `uct`, `marco-uct`, `reasoners-uct` or `puct`
/// @param exploration the constant of the selection, 0 for its own
/// @param reward as [Reward#named] reads it
/// @param tokens to spend at most, 0 for no bound
/// @param seconds to spend at most, 0 for no bound
/// @param earlyStop whether it ends as soon as no other answer can catch up
public record SearchOptions(
        String method,
        String selection,
        double exploration,
        String reward,
        long tokens,
        int seconds,
        boolean earlyStop) {
    public static final SearchOptions DEFAULT = new SearchOptions("mcts", "uct", 0, "confidence", 0, 0, false);

    public SearchOptions {
        if (!method.equals("mcts") && !method.equals("beam") && !method.equals("best-of")) {
            throw new IllegalArgumentException(
                    "There is no method \"" + method + "\": choose mcts, beam or best-of.");
        }
        Reward.named(reward);
        Selection.named(selection, exploration);
    }

    Selection selectionValue() {
        return Selection.named(selection, exploration);
    }

    Budget budget(int rollouts) {
        return new Budget(
                rollouts,
                tokens <= 0 ? Long.MAX_VALUE : tokens,
                seconds <= 0 ? Duration.ofDays(365) : Duration.ofSeconds(seconds));
    }
}
