package dev.thoughtscope.study;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;

/// One way to come to an answer, and how much it may spend.
///
/// @param name unique in its study
/// @param opening line that every thought is made to begin with, empty for none
/// @param action how much one node of the tree holds, `step` or `mini-step-N`; of no meaning where there is no tree
/// @param reflect whether each thought is followed by a second one after the reflection sentence
/// @param budgets rollouts or samples, rising; the last one is run, the others are its beginnings.
///     A beam has one: the ways that it keeps
/// @param width children that an expansion asks for
/// @param parallel simulations of one tree that run together
/// @param temperature of sampling, 0 for the most probable token, -1 for what the model's dialect recommends
public record Method(
        String name,
        Kind kind,
        String opening,
        String action,
        boolean reflect,
        List<Integer> budgets,
        int width,
        int parallel,
        double temperature) {
    public static final double RECOMMENDED = -1;

    public Method {
        budgets = List.copyOf(budgets);
    }

    public enum Kind {
        /// The answer without a thought before it.
        DIRECT(Choice.MAJORITY),
        /// One thought, then the answer.
        COT(Choice.MAJORITY),
        /// Thoughts side by side; the answer that most of them found. Wang et al. 2022.
        SELF_CONSISTENCY(Choice.MAJORITY),
        /// Thoughts side by side; the answer of the most confident one.
        BEST_OF_N(Choice.BEST_VALUE),
        /// The most confident beginnings are carried on, the others given up.
        BEAM(Choice.BEST_VALUE),
        /// Monte Carlo tree search; the answer with the most confidence behind it.
        MCTS(Choice.WEIGHTED_VOTE);

        private final Choice choice;

        Kind(Choice choice) {
            this.choice = choice;
        }

        public Choice choice() {
            return choice;
        }

        /// As in a study file: `best-of-n`.
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @JsonIgnore
    public boolean isTree() {
        return kind == Kind.MCTS || kind == Kind.BEAM;
    }

    /// Rollouts or samples of one run, at least 1.
    public int budget() {
        return budgets.getLast();
    }
}
