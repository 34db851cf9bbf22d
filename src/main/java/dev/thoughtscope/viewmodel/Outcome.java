package dev.thoughtscope.viewmodel;

import java.util.List;

/// What a run has found so far.
///
/// @param best the answer with the most confidence behind it: the sum of the values of the simulations that found
///     it; null before any answer
/// @param bestNode the node that holds it with the highest value, -1 for none
public record Outcome(AnswerRow best, int bestNode, List<AnswerRow> answers) {
    static final Outcome NONE = new Outcome(null, -1, List.of());

    public Outcome {
        answers = List.copyOf(answers);
    }

    static Outcome of(TreeModel model) {
        var answers = Answers.of(model.tree(), model.answered(), node -> !model.marks().isOut(node));
        if (answers.isEmpty()) {
            return NONE;
        }
        var best = answers.getFirst();
        return new Outcome(best, best.nodes().getFirst(), answers);
    }
}
