package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Outcome.Rule;
import dev.thoughtscope.search.Tree;
import java.util.List;

/// What a run has found so far.
///
/// @param best the answer that the run's method chooses; null before any answer
/// @param why it is chosen
/// @param bestNode the node that holds it with the highest value, -1 for none
public record Outcome(AnswerRow best, Why why, int bestNode, List<AnswerRow> answers) {
    /// By what an answer is chosen.
    public enum Why {
        /// The sum of the values of the simulations that found it.
        CONFIDENCE,
        /// Their number.
        VOTES,
        /// The value of the best of them.
        VALUE;

        private static Why of(Tree tree) {
            return switch (Rule.of(tree)) {
                case WEIGHT -> CONFIDENCE;
                case COUNT -> VOTES;
                case BEST -> VALUE;
            };
        }
    }

    static final Outcome NONE = new Outcome(null, Why.CONFIDENCE, -1, List.of());

    public Outcome {
        answers = List.copyOf(answers);
    }

    static Outcome of(TreeModel model) {
        var answers = Answers.of(model.tree(), model.answered(), node -> !model.marks().isOut(node));
        if (answers.isEmpty()) {
            return NONE;
        }
        var best = answers.getFirst();
        return new Outcome(best, Why.of(model.tree()), best.nodes().getFirst(), answers);
    }
}
