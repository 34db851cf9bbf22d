package dev.thoughtscope.study;

import dev.thoughtscope.search.Verdict;
import dev.thoughtscope.study.data.Problem;
import dev.thoughtscope.study.figures.Auroc;
import dev.thoughtscope.study.figures.Bootstrap;
import dev.thoughtscope.study.figures.Calibration;
import dev.thoughtscope.study.figures.Interval;
import dev.thoughtscope.study.figures.Judged;
import dev.thoughtscope.study.figures.PassAtK;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything that a study says about its methods. A unit that failed counts as not solved.
public final class Figures {
    /// Marco-o1's own columns.
    private static final List<Integer> TRIES = List.of(1, 2, 4, 8, 16, 32, 64);

    private final StudyFolder.Contents contents;
    private final Map<String, Integer> problemIndex = new HashMap<>();
    private final Map<String, List<Result>> byMethod = new HashMap<>();

    public Figures(StudyFolder.Contents contents) {
        this.contents = contents;
        for (var problem : contents.problems()) {
            problemIndex.put(problem.id(), problemIndex.size());
        }
        contents.results().stream()
                .filter(result -> problemIndex.containsKey(result.problem()))
                .sorted(Comparator.comparingInt((Result result) -> problemIndex.get(result.problem()))
                        .thenComparingLong(Result::seed))
                .forEach(result ->
                        byMethod.computeIfAbsent(result.method(), _ -> new ArrayList<>()).add(result));
    }

    /// One point of a method's curve.
    ///
    /// @param budget rollouts or samples
    /// @param accuracy of the chosen answer
    /// @param tokens mean number that the model wrote for a problem
    /// @param seconds mean share of the machine's time for a problem: time from start to end, divided by the runs that
    ///     shared the engine
    public record Point(Method method, int budget, Interval accuracy, double tokens, double seconds) {}

    /// @param solved at least one of the first `tries` attempts was right
    /// @param passAtK unbiased; unknown for a tree, whose attempts are not independent
    public record Tries(Method method, int tries, Interval solved, Interval passAtK, Interval majority) {}

    /// @param judged number of attempts
    /// @param areaOfValue how well an attempt's value tells right from wrong
    public record Knowing(Method method, int judged, Calibration calibration, Interval areaOfValue) {}

    /// @param extraTokens mean number that a second thought cost
    /// @param gain of accuracy from first to second thoughts
    public record Mending(
            Method method,
            int thoughts,
            int mended,
            int damaged,
            int unchanged,
            int wrongOtherwise,
            double extraTokens,
            Interval gain) {}

    /// A wrong answer that was chosen.
    public record ConfidentlyWrong(Method method, Problem problem, Result result, Attempt chosen) {}

    /// Those that have any result, in the study's order.
    public List<Method> methods() {
        return contents.manifest().methods().stream().filter(method -> byMethod.containsKey(method.name())).toList();
    }

    public List<Result> results(Method method) {
        return byMethod.getOrDefault(method.name(), List.of());
    }

    /// Problems that the method was run on.
    public int problems(Method method) {
        return (int) results(method).stream().map(Result::problem).distinct().count();
    }

    /// Its name, and how far it is where it has not been run on every problem.
    public String label(Method method) {
        int all = contents.problems().size();
        return problems(method) == all ? method.name() : method.name() + " (" + problems(method) + " of " + all + ")";
    }

    public int failures(Method method) {
        return (int) results(method).stream().filter(result -> !result.failure().isEmpty()).count();
    }

    public List<Point> points() {
        var points = new ArrayList<Point>();
        for (var method : methods()) {
            for (int budget : method.budgets()) {
                points.add(new Point(
                        method,
                        budget,
                        accuracy(method, result -> chosen(method, result, budget).filter(Attempt::isRight).isPresent()),
                        mean(method, result -> last(method, result, budget).map(Attempt::tokens).orElse(0L)),
                        mean(method, result -> last(method, result, budget)
                                .map(one -> one.nanos() / 1e9 / result.inFlight())
                                .orElse(0.0))));
            }
        }
        return points;
    }

    /// Accuracy at a method's largest budget less that at its smallest, on the same problems.
    public Interval rise(Method method) {
        return difference(method, method.budgets().getLast(), method, method.budgets().getFirst());
    }

    /// Accuracy of one less that of the other on the problems that both were run on.
    public Interval difference(Method one, int budget, Method other, int otherBudget) {
        var a = right(one, budget);
        var b = right(other, otherBudget);
        var both = new TreeSet<>(a.keySet());
        both.retainAll(b.keySet());
        return Bootstrap.difference(
                both.stream().mapToDouble(a::get).toArray(),
                both.stream().mapToDouble(b::get).toArray());
    }

    private Map<Integer, Double> right(Method method, int budget) {
        return meansByProblem(
                method, result -> chosen(method, result, budget).filter(Attempt::isRight).isPresent() ? 1 : 0);
    }

    public List<Tries> tries() {
        var rows = new ArrayList<Tries>();
        for (var method : methods()) {
            for (int tries : TRIES) {
                if (tries <= method.budget()) {
                    rows.add(new Tries(
                            method,
                            tries,
                            accuracy(method, result -> result.within(tries, method).stream().anyMatch(Attempt::isRight)),
                            passAtK(method, tries),
                            accuracy(method, result -> Choice.MAJORITY
                                    .among(result.within(tries, method))
                                    .filter(Attempt::isRight)
                                    .isPresent())));
                }
            }
        }
        return rows;
    }

    private Interval passAtK(Method method, int k) {
        if (method.isTree()) {
            return Interval.UNKNOWN;
        }
        var means = meansByProblem(method, result -> {
            var samples = result.within(method.budget(), method);
            int right = (int) samples.stream().filter(Attempt::isRight).count();
            return samples.size() < k ? 0 : PassAtK.unbiased(samples.size(), right, k);
        });
        return Bootstrap.share(means.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    public List<Knowing> knowing() {
        var rows = new ArrayList<Knowing>();
        for (var method : methods()) {
            var judged = new ArrayList<Judged>();
            for (var result : results(method)) {
                for (var one : result.attempts()) {
                    judged.add(new Judged(problemIndex.get(result.problem()), one.value(), one.isRight()));
                }
            }
            rows.add(new Knowing(
                    method,
                    judged.size(),
                    Calibration.of(judged),
                    Auroc.withBounds(judged, contents.problems().size())));
        }
        return rows;
    }

    public List<Mending> mending() {
        var rows = new ArrayList<Mending>();
        for (var method : methods()) {
            var thoughts = results(method).stream().flatMap(result -> result.secondThoughts().stream()).toList();
            if (!thoughts.isEmpty()) {
                rows.add(mending(method, thoughts));
            }
        }
        return rows;
    }

    private Mending mending(Method method, List<SecondThought> thoughts) {
        var counts = new int[SecondThought.Effect.values().length];
        thoughts.forEach(thought -> counts[thought.effect().ordinal()]++);
        var gains = meansByProblem(method, result -> result.secondThoughts().stream()
                .mapToDouble(thought -> switch (thought.effect()) {
                    case MENDED -> 1;
                    case DAMAGED -> -1;
                    case UNCHANGED, WRONG_OTHERWISE -> 0;
                })
                .average()
                .orElse(0));
        return new Mending(
                method,
                thoughts.size(),
                counts[SecondThought.Effect.MENDED.ordinal()],
                counts[SecondThought.Effect.DAMAGED.ordinal()],
                counts[SecondThought.Effect.UNCHANGED.ordinal()],
                counts[SecondThought.Effect.WRONG_OTHERWISE.ordinal()],
                thoughts.stream().mapToInt(SecondThought::tokens).average().orElse(0),
                Bootstrap.change(gains.values().stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /// Chosen answers that are wrong, the most confident first.
    public List<ConfidentlyWrong> confidentlyWrong(int most) {
        var wrong = new ArrayList<ConfidentlyWrong>();
        for (var method : methods()) {
            for (var result : results(method)) {
                var problem = contents.problems().get(problemIndex.get(result.problem()));
                chosen(method, result, method.budget())
                        .filter(one -> one.verdict() == Verdict.WRONG)
                        .ifPresent(one -> wrong.add(new ConfidentlyWrong(method, problem, result, one)));
            }
        }
        wrong.sort(Comparator.comparingDouble((ConfidentlyWrong one) -> one.chosen().value()).reversed());
        return List.copyOf(wrong.subList(0, Math.min(most, wrong.size())));
    }

    /// What the method answers when it may spend so much.
    public static Optional<Attempt> chosen(Method method, Result result, int budget) {
        return method.kind().choice().among(result.within(budget, method));
    }

    private static Optional<Attempt> last(Method method, Result result, int budget) {
        var attempts = result.within(budget, method);
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    private interface Test {
        boolean holds(Result result);
    }

    private interface Measure {
        double of(Result result);
    }

    /// Wilson's interval for one seed; with more, results of one problem depend on each other, so the bootstrap's.
    private Interval accuracy(Method method, Test test) {
        var results = results(method);
        if (contents.manifest().seeds().size() == 1) {
            return Interval.wilson((int) results.stream().filter(test::holds).count(), results.size());
        }
        var means = meansByProblem(method, result -> test.holds(result) ? 1 : 0);
        return Bootstrap.share(means.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private double mean(Method method, Measure measure) {
        return results(method).stream()
                .filter(result -> result.failure().isEmpty())
                .mapToDouble(measure::of)
                .average()
                .orElse(Double.NaN);
    }

    private Map<Integer, Double> meansByProblem(Method method, Measure measure) {
        Map<Integer, List<Double>> values = new TreeMap<>();
        for (var result : results(method)) {
            values.computeIfAbsent(problemIndex.get(result.problem()), _ -> new ArrayList<>()).add(measure.of(result));
        }
        Map<Integer, Double> means = new TreeMap<>();
        values.forEach((problem, all) ->
                means.put(problem, all.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        return means;
    }
}
