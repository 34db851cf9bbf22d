package dev.thoughtscope.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/// What a tree says so far. What a person left out of the search has no vote in it.
///
/// @param byVisits the chain from the root that follows the most visited child, ties by value
/// @param byValue the chain to the terminal node of the highest mean value
/// @param votes the answers found, the winner first
/// @param rule by which they are ordered
public record Outcome(List<Integer> byVisits, List<Integer> byValue, List<Votes> votes, Rule rule) {
    /// @param count simulations that ended in this answer
    /// @param weight sum of their values
    /// @param best the terminal node of the highest value among those that hold it
    public record Votes(String answer, Verdict verdict, int count, double weight, int best) {
        public double meanValue() {
            return count == 0 ? 0 : weight / count;
        }
    }

    public static Outcome of(Tree tree) {
        if (tree.size() == 0) {
            return new Outcome(List.of(), List.of(), List.of(), Rule.WEIGHT);
        }
        var rule = Rule.of(tree);
        return new Outcome(chainByVisits(tree), chainByValue(tree), votes(tree, rule), rule);
    }

    /// How the winner is chosen among answers.
    public enum Rule {
        /// The sum of the values of all simulations that found it.
        WEIGHT,
        /// The number of simulations that found it (self-consistency, Wang et al. 2022).
        COUNT,
        /// The value of the best simulation that found it.
        BEST;

        /// By the `method` of the run's settings.
        public static Rule of(Tree tree) {
            String method = tree.run().map(run -> run.settings().getOrDefault("method", "")).orElse("");
            return switch (method) {
                case "best-of" -> BEST;
                case "sample" -> COUNT;
                default -> WEIGHT;
            };
        }

        double of(Tree tree, Votes votes) {
            return switch (this) {
                case WEIGHT -> votes.weight();
                case COUNT -> votes.count() + votes.meanValue() / 2;
                case BEST -> tree.value(votes.best());
            };
        }
    }

    /// Whether the winner stays ahead even if each of so many simulations to come finds the second. Of best-of-N that
    /// is never so.
    boolean isDecided(int left) {
        double lead = votes.isEmpty() ? 0 : rule == Rule.COUNT ? votes.getFirst().count() : votes.getFirst().weight();
        double second = votes.size() < 2 ? 0 : rule == Rule.COUNT ? votes.get(1).count() : votes.get(1).weight();
        return rule != Rule.BEST && lead > second + left;
    }

    /// The answer that the method of the run chooses: of a tree search the one with the most confidence behind it.
    public Optional<Votes> winner() {
        return votes.stream().findFirst();
    }

    private static List<Integer> chainByVisits(Tree tree) {
        var chain = new ArrayList<>(List.of(Tree.ROOT));
        while (true) {
            int best = bestChild(tree, chain.getLast(), (t, child) -> t.visits(child) + t.value(child) / 2);
            if (best == Tree.NONE || tree.visits(best) == 0) {
                return chain;
            }
            chain.add(best);
        }
    }

    private static int bestChild(Tree tree, int node, ToDoubleBiFunction<Tree, Integer> score) {
        int best = Tree.NONE;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int child = tree.firstChild(node); child != Tree.NONE; child = tree.nextSibling(child)) {
            double own = score.applyAsDouble(tree, child);
            if (own > bestScore && !tree.isBanned(child)) {
                bestScore = own;
                best = child;
            }
        }
        return best;
    }

    private static List<Integer> chainByValue(Tree tree) {
        int best = Tree.NONE;
        for (int node = 0; node < tree.size(); node++) {
            boolean candidate = tree.isTerminal(node) && tree.visits(node) > 0 && tree.found(node).isPresent() && !tree.isOut(node);
            if (candidate && (best == Tree.NONE || tree.value(node) > tree.value(best))) {
                best = node;
            }
        }
        return best == Tree.NONE ? List.of(Tree.ROOT) : tree.path(best);
    }

    private static List<Votes> votes(Tree tree, Rule rule) {
        var byAnswer = new LinkedHashMap<String, Votes>();
        for (int node = 0; node < tree.size(); node++) {
            var found = tree.found(node);
            if (found.isPresent() && !tree.isOut(node)) {
                var one = new Votes(
                        found.get().answer(), found.get().verdict(), tree.visits(node), tree.total(node), node);
                byAnswer.merge(one.answer(), one, (a, b) -> sum(tree, a, b));
            }
        }
        return byAnswer.values().stream()
                .sorted(Comparator.comparingDouble((Votes votes) -> rule.of(tree, votes)).reversed())
                .toList();
    }

    private static Votes sum(Tree tree, Votes a, Votes b) {
        int best = tree.value(b.best()) > tree.value(a.best()) ? b.best() : a.best();
        return new Votes(a.answer(), a.verdict(), a.count() + b.count(), a.weight() + b.weight(), best);
    }
}
