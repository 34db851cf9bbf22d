package dev.thoughtscope.study;

import dev.thoughtscope.study.data.Problem;
import dev.thoughtscope.study.figures.Bootstrap;
import dev.thoughtscope.study.figures.Interval;
import dev.thoughtscope.study.figures.McNemar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Two studies beside each other, on the problems that both have run.
///
/// Problems are the same if question and answer are; methods if they have the same name. Each method is compared with
/// its largest budget.
///
/// @param changed problems that one of the two solved and the other did not
public record Comparison(List<Row> rows, List<Change> changed) {
    public Comparison {
        rows = List.copyOf(rows);
        changed = List.copyOf(changed);
    }

    /// @param problems with the same seed in both, counted once a seed
    /// @param onlyFirst solved by the first study alone
    /// @param difference accuracy of the second less that of the first
    /// @param chance probability of a split at least as uneven if both were equally good, by McNemar's exact test; it
    ///     takes each problem and seed as independent
    public record Row(
            String method,
            int problems,
            Interval first,
            Interval second,
            int onlyFirst,
            int onlySecond,
            Interval difference,
            double chance) {}

    /// @param before chosen answer of the first study, empty if it had none
    /// @param firstLog name of the first study's event log, empty if none was kept
    public record Change(
            String method,
            Problem problem,
            long seed,
            String before,
            String after,
            boolean mended,
            String firstLog,
            String secondLog) {}

    private record Pair(Problem problem, Method method, Result first, Method otherMethod, Result second) {
        boolean firstRight() {
            return Figures.chosen(method, first, method.budget()).filter(Attempt::isRight).isPresent();
        }

        boolean secondRight() {
            return Figures.chosen(otherMethod, second, otherMethod.budget()).filter(Attempt::isRight).isPresent();
        }

        Change change() {
            return new Change(
                    method.name(), problem, first.seed(), answer(method, first), answer(otherMethod, second), secondRight(),
                    first.log(), second.log());
        }

        private static String answer(Method method, Result result) {
            return Figures.chosen(method, result, method.budget()).map(Attempt::answer).orElse("");
        }
    }

    private record Where(String question, String answer, long seed) {}

    public static Comparison of(StudyFolder.Contents first, StudyFolder.Contents second) {
        var rows = new ArrayList<Row>();
        var changed = new ArrayList<Change>();
        for (var method : first.manifest().methods()) {
            for (var other : second.manifest().methods()) {
                if (method.name().equals(other.name())) {
                    var pairs = pairs(first, method, second, other);
                    if (!pairs.isEmpty()) {
                        rows.add(row(method.name(), pairs));
                        pairs.stream()
                                .filter(pair -> pair.firstRight() != pair.secondRight())
                                .map(Pair::change)
                                .forEach(changed::add);
                    }
                }
            }
        }
        return new Comparison(rows, changed);
    }

    private static List<Pair> pairs(
            StudyFolder.Contents first, Method method, StudyFolder.Contents second, Method other) {
        var theirs = byWhere(second, other);
        var problems = byId(first);
        var pairs = new ArrayList<Pair>();
        for (var result : first.results()) {
            var problem = problems.get(result.problem());
            if (problem != null && result.method().equals(method.name())) {
                var match = theirs.get(new Where(problem.question(), problem.answer(), result.seed()));
                if (match != null) {
                    pairs.add(new Pair(problem, method, result, other, match));
                }
            }
        }
        pairs.sort((a, b) -> a.problem().id().compareTo(b.problem().id()));
        return pairs;
    }

    private static Map<Where, Result> byWhere(StudyFolder.Contents contents, Method method) {
        var problems = byId(contents);
        Map<Where, Result> found = new HashMap<>();
        for (var result : contents.results()) {
            var problem = problems.get(result.problem());
            if (problem != null && result.method().equals(method.name())) {
                found.put(new Where(problem.question(), problem.answer(), result.seed()), result);
            }
        }
        return found;
    }

    private static Map<String, Problem> byId(StudyFolder.Contents contents) {
        Map<String, Problem> problems = new HashMap<>();
        contents.problems().forEach(problem -> problems.put(problem.id(), problem));
        return problems;
    }

    private static Row row(String method, List<Pair> pairs) {
        int first = 0;
        int second = 0;
        int both = 0;
        Map<String, List<Integer>> differences = new TreeMap<>();
        for (var pair : pairs) {
            first += pair.firstRight() ? 1 : 0;
            second += pair.secondRight() ? 1 : 0;
            both += pair.firstRight() && pair.secondRight() ? 1 : 0;
            differences
                    .computeIfAbsent(pair.problem().id(), _ -> new ArrayList<>())
                    .add((pair.secondRight() ? 1 : 0) - (pair.firstRight() ? 1 : 0));
        }
        var means = differences.values().stream()
                .mapToDouble(all -> all.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .toArray();
        return new Row(
                method,
                pairs.size(),
                Interval.wilson(first, pairs.size()),
                Interval.wilson(second, pairs.size()),
                first - both,
                second - both,
                Bootstrap.change(means),
                McNemar.exact(first - both, second - both));
    }
}
