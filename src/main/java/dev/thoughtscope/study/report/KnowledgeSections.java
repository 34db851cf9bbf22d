package dev.thoughtscope.study.report;

import dev.thoughtscope.study.Figures;
import dev.thoughtscope.study.figures.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Many tries, confidence, reflection.
final class KnowledgeSections {
    private static final int MOST_WRONG = 40;
    private static final int LONGEST_TEXT = 300;

    private final Figures figures;

    KnowledgeSections(Figures figures) {
        this.figures = figures;
    }

    Section tries() {
        var rows = figures.tries();
        var table = new Table.Builder(
                "tries", 1, "method", "tries", "Test@N: solved at least once", "pass@k, unbiased", "majority@k");
        for (var row : rows) {
            table.row(
                    row.method().name(),
                    String.valueOf(row.tries()),
                    Format.percent(row.solved()),
                    Format.percent(row.passAtK()),
                    Format.percent(row.majority()));
        }
        return new Section(
                "Many tries",
                List.of(
                        "Test@N counts a problem as solved if any of the first N attempts is right, as Marco-o1 does; the"
                                + " attempts of a tree are its simulations, which share beginnings, so pass@k is told of"
                                + " independent samples only."),
                List.of(
                        new Section.Chart("tries", true, chart(
                                rows, "Test@N", "solved at least once", Figures.Tries::solved)),
                        new Section.Chart("majority", true, chart(
                                rows, "majority@k", "right by majority", Figures.Tries::majority))),
                List.of(table.build()));
    }

    private String chart(List<Figures.Tries> rows, String name, String label, Function<Figures.Tries, Interval> share) {
        var chart = new LineChart(name, "tries (logarithmic)", label, true);
        for (var method : figures.methods().stream().filter(one -> one.budget() > 1).toList()) {
            var line = new ArrayList<LineChart.Point>();
            for (var row : rows) {
                if (row.method().equals(method)) {
                    String hover = method.name() + ", " + name + ", " + row.tries() + " tries: " + Format.percent(share.apply(row));
                    line.add(new LineChart.Point(row.tries(), share.apply(row), hover));
                }
            }
            chart.add(figures.label(method), figures.methods().indexOf(method), method.reflect(), line);
        }
        return chart.svg();
    }

    /// Zhao et al. 2024, table 1.
    Section published() {
        var table = new Table.Builder(
                        "published-marco-o1", 1, "Marco-o1, published", "English @1", "@8", "@32", "Chinese @1", "@8", "@32")
                .row("Qwen2-7B-Instruct", "84.0 %", "89.6 %", "96.0 %", "76.8 %", "80.8 %", "92.4 %")
                .row("chain of thought", "85.6 %", "97.6 %", "99.2 %", "71.2 %", "93.6 %", "96.4 %")
                .row("MCTS, step", "90.4 %", "99.2 %", "99.2 %", "80.0 %", "93.6 %", "96.0 %")
                .row("MCTS, 64 tokens", "88.4 %", "98.4 %", "99.6 %", "80.4 %", "92.8 %", "95.2 %")
                .row("MCTS, 32 tokens", "87.6 %", "98.8 %", "99.2 %", "82.4 %", "93.2 %", "96.8 %")
                .build();
        return new Section(
                "For comparison: Marco-o1 as published",
                List.of("Test@N of a model of 7 billion parameters on 250 problems of MGSM in each language, not on the problems"
                        + " measured here. Its authors see much randomness and no granularity that wins."),
                List.of(),
                List.of(table));
    }

    Section confidence() {
        var table = new Table.Builder(
                "confidence", 1, "method", "thoughts", "expected calibration error", "area under the ROC curve");
        var bins = new Table.Builder(
                "reliability", 1, "method", "confidence from", "to", "mean confidence", "thoughts", "right");
        var charts = new ArrayList<Section.Chart>();
        var methods = figures.methods();
        for (var row : figures.knowing()) {
            String name = row.method().name();
            int series = methods.indexOf(row.method());
            table.row(
                    name,
                    String.valueOf(row.judged()),
                    Format.number(row.calibration().error(), 3),
                    Format.plain(row.areaOfValue()));
            for (var bin : row.calibration().bins()) {
                bins.row(
                        name,
                        Format.number(bin.from(), 1),
                        Format.number(bin.to(), 1),
                        Format.number(bin.meanConfidence(), 3),
                        String.valueOf(bin.size()),
                        Format.percent(bin.accuracy()));
            }
            charts.add(new Section.Chart(
                    "reliability-" + (series + 1), false, ReliabilityChart.svg(name, series, row.calibration())));
        }
        return new Section(
                "Does confidence know?",
                List.of(
                        "A thought's confidence is the mean over its tokens of the chosen token's share among the five most"
                                + " probable. If it were the chance of being right, the points would lie on the broken line;"
                                + " the expected calibration error is their mean distance from it.",
                        "The area under the ROC curve is the chance that a right thought is more confident than a wrong one:"
                                + " 0.5 knows nothing, 1 knows all. Its interval is a bootstrap over problems."),
                charts,
                List.of(table.build(), bins.build()));
    }

    Section confidentlyWrong() {
        var table = new Table.Builder(
                "confidently-wrong", 6, "run", "method", "problem", "question", "right answer", "answer", "confidence");
        var wrong = figures.confidentlyWrong(MOST_WRONG);
        for (var one : wrong) {
            String log = one.result().log();
            table.row(List.of(
                    log.isEmpty() ? cell("–") : new Table.Cell("open", "runs/" + log),
                    cell(one.method().name()),
                    cell(one.problem().id()),
                    cell(one.problem().question()),
                    cell(one.problem().answer()),
                    cell(one.chosen().answer()),
                    cell(String.format(Locale.ROOT, "%.3f", one.chosen().value()))));
        }
        String text = wrong.isEmpty()
                ? "No chosen answer was wrong."
                : "Wrong answers that were chosen, the most confident first. Each run opens in Thoughtscope.";
        return new Section(
                "Confident but wrong", List.of(text), List.of(), wrong.isEmpty() ? List.of() : List.of(table.build()));
    }

    private static Table.Cell cell(String text) {
        return new Table.Cell(
                text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…", "");
    }

    Section reflection() {
        var rows = figures.mending();
        var table = new Table.Builder(
                "reflection", 1, "method", "thoughts", "mended", "damaged", "unchanged", "wrong otherwise",
                "tokens each", "gain");
        for (var row : rows) {
            table.row(
                    row.method().name(),
                    String.valueOf(row.thoughts()),
                    String.valueOf(row.mended()),
                    String.valueOf(row.damaged()),
                    String.valueOf(row.unchanged()),
                    String.valueOf(row.wrongOtherwise()),
                    Format.number(row.extraTokens(), 0),
                    Format.points(row.gain()));
        }
        return new Section(
                "Does reflection mend?",
                List.of("Each thought that came to its end was taken up again after the sentence “Wait! Maybe I made some"
                        + " mistakes! I need to rethink from scratch.” The gain in accuracy is the mean over problems, with a"
                        + " bootstrap interval."),
                List.of(new Section.Chart("reflection", true, MendingChart.svg(rows))),
                List.of(table.build()));
    }
}
