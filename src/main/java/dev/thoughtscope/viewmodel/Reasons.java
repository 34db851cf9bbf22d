package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Tree;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Why a run chooses its answer: how it stands against the others, and where the way to it parted from other ways.
///
/// @param second the answer that comes next, empty if there is only one
/// @param votes of all answers together
/// @param fork the first place on the way where the search tried more than one way on, empty if there is none
public record Reasons(AnswerRow best, Optional<AnswerRow> second, int votes, Outcome.Why why, Optional<Fork> fork) {
    /// A place where ways part.
    ///
    /// @param node where they part
    /// @param ways on from there that were tried
    /// @param taken child on the way to the answer
    /// @param visits of that child
    /// @param allVisits of all ways on
    /// @param value mean value of that child
    /// @param other the most visited of the other ways
    public record Fork(int node, int ways, int taken, int visits, int allVisits, double value, int other) {}

    /// Empty before any answer.
    public static Optional<Reasons> of(Outcome outcome, TreeModel model) {
        if (outcome.best() == null) {
            return Optional.empty();
        }
        int votes = outcome.answers().stream().mapToInt(AnswerRow::votes).sum();
        return Optional.of(new Reasons(
                outcome.best(),
                outcome.answers().stream().skip(1).findFirst(),
                votes,
                outcome.why(),
                fork(model.tree(), outcome.bestNode())));
    }

    private static Optional<Fork> fork(Tree tree, int end) {
        var path = tree.path(end);
        for (int i = 0; i + 1 < path.size(); i++) {
            var ways = tried(tree, path.get(i));
            if (ways.length > 1) {
                return Optional.of(fork(tree, path.get(i), path.get(i + 1), ways));
            }
        }
        return Optional.empty();
    }

    private static Fork fork(Tree tree, int node, int taken, int[] ways) {
        int other = IntStream.of(ways)
                .filter(way -> way != taken)
                .boxed()
                .max(Comparator.<Integer>comparingInt(tree::visits).thenComparingDouble(tree::value))
                .orElseThrow();
        return new Fork(
                node,
                ways.length,
                taken,
                tree.visits(taken),
                IntStream.of(ways).map(tree::visits).sum(),
                tree.value(taken),
                other);
    }

    private static int[] tried(Tree tree, int node) {
        return IntStream.iterate(tree.firstChild(node), child -> child != Tree.NONE, tree::nextSibling)
                .filter(child -> tree.visits(child) > 0)
                .toArray();
    }
}
