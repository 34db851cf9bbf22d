package dev.thoughtscope.study.report;

import dev.thoughtscope.study.Figures;
import dev.thoughtscope.study.Ladder;
import dev.thoughtscope.study.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// How often the chosen answer is right, and what that costs.
final class AccuracySections {
    private static final String INTERVALS =
            "Intervals hold with 95\u00A0% confidence: Wilson's for one seed, a bootstrap over problems for more.";

    private final Figures figures;
    private final List<Figures.Point> points;

    AccuracySections(Figures figures) {
        this.figures = figures;
        this.points = figures.points();
    }

    /// @param missing units without a result
    Section summary(int missing) {
        var lines = new ArrayList<String>();
        if (missing > 0) {
            lines.add("This study is not complete: " + missing + " runs are still to be done.");
        }
        int most = points.stream().mapToInt(point -> figures.problems(point.method())).max().orElse(0);
        var whole = points.stream().filter(point -> figures.problems(point.method()) == most).toList();
        whole.stream().max(Comparator.comparingDouble(point -> point.accuracy().estimate())).ifPresent(best -> lines.add(
                "Most right: " + best.method().name() + " with a budget of " + best.budget() + ", "
                        + Format.percent(best.accuracy()) + " of " + best.accuracy().n() + "."));
        for (var method : figures.methods()) {
            if (method.budgets().size() > 1) {
                lines.add(rise(method));
            }
            int failures = figures.failures(method);
            if (failures > 0) {
                lines.add(method.name() + ": " + failures + " runs failed and count as not solved.");
            }
        }
        var table = new Table.Builder(
                "summary", 1, "method", "budget", "problems", "right", "tokens a problem", "seconds a problem");
        for (var method : figures.methods()) {
            var point = points.stream().filter(one -> one.method().equals(method)).toList().getLast();
            table.row(cells(point).toArray(String[]::new));
        }
        return new Section("What came out", lines, List.of(), List.of(table.build()));
    }

    private String rise(Method method) {
        var rise = figures.rise(method);
        return String.format(
                Locale.ROOT,
                "%s: from a budget of %d to one of %d, accuracy changes by %s%s.",
                method.name(),
                method.budgets().getFirst(),
                method.budgets().getLast(),
                Format.points(rise),
                rise.excludesZero() ? "" : ", which may be chance");
    }

    private List<String> cells(Figures.Point point) {
        return List.of(
                point.method().name(),
                String.valueOf(point.budget()),
                String.valueOf(figures.problems(point.method())),
                Format.percent(point.accuracy()),
                Format.number(point.tokens(), 0),
                Format.seconds(point.seconds()));
    }

    /// The claim that more thinking is more often right, rung by rung.
    Section ladder(List<Ladder.Rung> rungs) {
        var table = new Table.Builder(
                "ladder", 1, "way of thinking", "budget", "tokens a problem", "right", "more than the one before", "that it differs");
        for (var rung : rungs) {
            var point = rung.point();
            table.row(
                    point.method().name(),
                    String.valueOf(point.budget()),
                    Format.number(point.tokens(), 0),
                    Format.percent(point.accuracy()),
                    Format.points(rung.gain()),
                    !rung.gain().isKnown() ? "" : rung.gain().excludesZero() ? "beyond chance" : "may be chance");
        }
        var first = rungs.getFirst().point();
        var last = rungs.getLast().point();
        var whole = figures.difference(last.method(), last.budget(), first.method(), first.budget());
        return new Section(
                "Does more thinking help?",
                List.of("From a direct answer through longer thoughts to a search: each way against the one before it, on the same"
                        + " problems, with a bootstrap interval over problems. From first to last, accuracy changes by "
                        + Format.points(whole) + (whole.excludesZero() ? "." : ", which may be chance.")),
                List.of(),
                List.of(table.build()));
    }

    Section tokens() {
        var table = new Table.Builder(
                "accuracy", 1, "method", "budget", "problems", "right", "tokens a problem", "seconds a problem");
        points.forEach(point -> table.row(cells(point).toArray(String[]::new)));
        return new Section(
                "Accuracy against tokens",
                List.of("Share of problems whose chosen answer is right, over all tokens that the model wrote for a problem,"
                        + " thoughts and answers. One line a method, one point a budget; the dotted line leads"
                        + " from the direct answer through longer thoughts to a search. " + INTERVALS),
                List.of(new Section.Chart(
                        "accuracy-tokens",
                        true,
                        curve("Accuracy against tokens", "tokens written for a problem", Figures.Point::tokens))),
                List.of(table.build()));
    }

    /// Every method against one, problem by problem: intervals of two methods may overlap although they differ.
    Section against() {
        var methods = figures.methods();
        var baseline = methods.stream()
                .filter(method -> method.kind() == Method.Kind.COT && !method.reflect())
                .reduce((_, last) -> last)
                .orElse(methods.getFirst());
        var table = new Table.Builder("against", 1, "method", "budget", "against " + baseline.name(), "that it differs");
        for (var method : methods) {
            if (!method.equals(baseline)) {
                var difference = figures.difference(method, method.budget(), baseline, baseline.budget());
                table.row(
                        method.name(),
                        String.valueOf(method.budget()),
                        Format.points(difference),
                        difference.excludesZero() ? "beyond chance" : "may be chance");
            }
        }
        return new Section(
                "Method against method",
                List.of("Difference of accuracy on the problems that both were run on, each with its largest budget, with a"
                        + " bootstrap interval over problems."),
                List.of(),
                List.of(table.build()));
    }

    Section seconds() {
        return new Section(
                "Accuracy against time",
                List.of("The same over a problem's share of the machine's time: from its start to its end, divided by the"
                        + " problems that were in flight with it."),
                List.of(new Section.Chart(
                        "accuracy-seconds",
                        true,
                        curve("Accuracy against time", "seconds a problem", Figures.Point::seconds))),
                List.of());
    }

    private String curve(String description, String xLabel, ToDoubleFunction<Figures.Point> x) {
        var chart = new LineChart(description, xLabel + " (logarithmic)", "right", false)
                .join(Ladder.of(figures).stream().mapToDouble(rung -> x.applyAsDouble(rung.point())).toArray(),
                        Ladder.of(figures).stream().mapToDouble(rung -> rung.point().accuracy().estimate()).toArray());
        for (var method : figures.methods()) {
            var line = points.stream()
                    .filter(point -> point.method().equals(method))
                    .map(point -> new LineChart.Point(x.applyAsDouble(point), point.accuracy(), hover(point)))
                    .toList();
            chart.add(figures.label(method), figures.methods().indexOf(method), method.reflect(), line);
        }
        return chart.svg();
    }

    private static String hover(Figures.Point point) {
        return point.method().name() + ", budget " + point.budget() + ": right " + Format.percent(point.accuracy()) + " of "
                + point.accuracy().n() + ", " + Format.number(point.tokens(), 0) + " tokens, "
                + Format.seconds(point.seconds()) + " s a problem";
    }
}
