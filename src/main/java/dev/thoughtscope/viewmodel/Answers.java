package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Outcome.Rule;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntPredicate;

/// Answers of a tree, equal ones together, the one that the run chooses first.
final class Answers {
    private Answers() {}

    /// @param nodes terminal nodes in order of their numbers
    /// @param counts which of them to take
    static List<AnswerRow> of(Tree tree, List<Integer> nodes, IntPredicate counts) {
        var groups = new LinkedHashMap<String, List<Integer>>();
        double all = 0;
        for (int node : nodes) {
            var found = tree.found(node);
            if (found.isPresent() && counts.test(node)) {
                groups.computeIfAbsent(found.get().answer(), _ -> new ArrayList<>()).add(node);
                all += tree.total(node);
            }
        }
        var rows = new ArrayList<AnswerRow>();
        for (var group : groups.entrySet()) {
            rows.add(row(tree, group.getKey(), group.getValue(), all));
        }
        var rule = Rule.of(tree);
        rows.sort(Comparator.comparingDouble((AnswerRow row) -> standing(rule, tree, row)).reversed());
        return rows;
    }

    /// What the method of the run chooses by.
    private static double standing(Rule rule, Tree tree, AnswerRow row) {
        return switch (rule) {
            case WEIGHT -> row.share();
            case COUNT -> row.votes() + row.share() / 2;
            case BEST -> tree.value(row.nodes().getFirst());
        };
    }

    private static AnswerRow row(Tree tree, String answer, List<Integer> nodes, double all) {
        int votes = 0;
        double weight = 0;
        for (int node : nodes) {
            votes += tree.visits(node);
            weight += tree.total(node);
        }
        nodes.sort(Comparator.comparingDouble(tree::value).reversed());
        int best = nodes.getFirst();
        return new AnswerRow(
                answer, mark(tree, best), votes, all == 0 ? 0 : weight / all, votes == 0 ? 0 : weight / votes, nodes);
    }

    static Mark mark(Tree tree, int node) {
        return mark(tree.found(node).map(Tree.Found::verdict).orElse(Verdict.UNKNOWN));
    }

    static Mark mark(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> Mark.RIGHT;
            case WRONG -> Mark.WRONG;
            case UNKNOWN -> Mark.NONE;
        };
    }
}
