package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.study.Figures;
import dev.thoughtscope.study.Ladder;
import dev.thoughtscope.study.Method;
import dev.thoughtscope.study.Puzzle;
import dev.thoughtscope.study.SecondThought;
import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.corpus.KindGains;
import dev.thoughtscope.study.figures.Interval;
import dev.thoughtscope.study.report.Report;
import dev.thoughtscope.study.report.ReportBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// The figures of a study as charts, and what lies behind their points.
public final class StudyCharts {
    /// Zhao et al. 2024, table 1, English: Test@1, @8 and @32 of a model of 7 billion parameters on MGSM.
    private static final Map<String, double[]> PUBLISHED = Map.of(
            "Marco-o1, step", new double[] {0.904, 0.992, 0.992},
            "Marco-o1, 64 tokens", new double[] {0.884, 0.984, 0.996},
            "Marco-o1, 32 tokens", new double[] {0.876, 0.988, 0.992});
    private static final int[] PUBLISHED_TRIES = {1, 8, 32};
    private static final int GREY = 7;

    private final StudyFolder folder;
    private final StudyFolder.Contents contents;
    private final Figures figures;
    private final Optional<Puzzle> puzzle;
    private final StudyRows rows;
    private final List<StudyChart> charts;

    /// @param error expected calibration error, 0 to 1
    /// @param area under the receiver operating curve of confidence against correctness, with its bounds
    public record Knowing(String method, int attempts, double error, Interval area) {}

    private StudyCharts(StudyFolder folder, StudyFolder.Contents contents) {
        this.folder = folder;
        this.contents = contents;
        figures = new Figures(contents);
        puzzle = Puzzle.of(folder, contents);
        rows = new StudyRows(folder, contents, figures);
        charts = List.of(
                curve("accuracy-tokens", Figures.Point::tokens),
                curve("accuracy-seconds", Figures.Point::seconds),
                tries("tries", Figures.Tries::solved, true),
                tries("majority", Figures.Tries::majority, false),
                confidence(),
                reflection(),
                thinking());
    }

    /// Takes a while where there are many results: not for the JavaFX thread.
    static StudyCharts of(StudyFolder folder, StudyFolder.Contents contents) {
        return new StudyCharts(folder, contents);
    }

    /// Takes a while: not for the JavaFX thread.
    Report report() {
        return ReportBuilder.of(contents, puzzle);
    }

    /// What became of the parentheses puzzle, where the study asks it.
    public Optional<Puzzle> puzzle() {
        return puzzle;
    }

    StudyFolder folder() {
        return folder;
    }

    StudyFolder.Contents contents() {
        return contents;
    }

    /// What lies behind the points.
    public StudyRows rows() {
        return rows;
    }

    public List<StudyChart> all() {
        return charts;
    }

    public StudyChart chart(String id) {
        return charts.stream().filter(chart -> chart.id().equals(id)).findFirst().orElseThrow();
    }

    public int problems() {
        return contents.problems().size();
    }

    public String model() {
        return contents.manifest().model().name();
    }

    private StudyChart curve(String id, ToDoubleFunction<Figures.Point> x) {
        var points = figures.points();
        var series = new ArrayList<StudyChart.Series>();
        var ladder = Ladder.of(figures).stream()
                .map(rung -> answers(x.applyAsDouble(rung.point()), rung.point()))
                .filter(point -> point.x() > 0)
                .toList();
        if (ladder.size() > 1) {
            series.add(new StudyChart.Series("", GREY, true, StudyChart.Role.LADDER, ladder));
        }
        series.addAll(series(method -> points.stream()
                .filter(point -> point.method().equals(method) && x.applyAsDouble(point) > 0)
                .map(point -> answers(x.applyAsDouble(point), point))
                .toList()));
        return new StudyChart(id, StudyChart.Kind.LOG, series);
    }

    private static StudyChart.Point answers(double x, Figures.Point point) {
        return point(x, point.accuracy(), point.method(), point.budget());
    }

    private StudyChart tries(String id, Function<Figures.Tries, Interval> y, boolean published) {
        var all = figures.tries();
        var series = new ArrayList<>(series(method -> method.budget() == 1
                ? List.of()
                : all.stream()
                        .filter(row -> row.method().equals(method))
                        .map(row -> point(row.tries(), y.apply(row), method, row.tries()))
                        .toList()));
        if (published) {
            PUBLISHED.keySet().stream().sorted().forEach(name -> series.add(published(name)));
        }
        return new StudyChart(id, StudyChart.Kind.LOG, series);
    }

    private static StudyChart.Series published(String name) {
        var points = new ArrayList<StudyChart.Point>();
        for (int i = 0; i < PUBLISHED_TRIES.length; i++) {
            double y = PUBLISHED.get(name)[i];
            points.add(new StudyChart.Point(
                    PUBLISHED_TRIES[i], y, y, y, 250, PUBLISHED_TRIES[i], new StudyChart.Source.Elsewhere()));
        }
        return new StudyChart.Series(name, GREY, true, StudyChart.Role.REFERENCE, points);
    }

    private StudyChart confidence() {
        Map<Method, List<StudyChart.Point>> bins = new HashMap<>();
        for (var row : figures.knowing()) {
            bins.put(row.method(), row.calibration().bins().stream()
                    .map(bin -> new StudyChart.Point(
                            bin.meanConfidence(),
                            bin.accuracy().estimate(),
                            bin.accuracy().low(),
                            bin.accuracy().high(),
                            bin.size(),
                            row.method().budget(),
                            new StudyChart.Source.Bin(row.method().name(), bin.from(), bin.to())))
                    .toList());
        }
        return new StudyChart(
                "confidence", StudyChart.Kind.SQUARE, series(method -> bins.getOrDefault(method, List.of())));
    }

    private StudyChart reflection() {
        Map<Method, List<StudyChart.Point>> parts = new HashMap<>();
        for (var row : figures.mending()) {
            var points = new ArrayList<StudyChart.Point>();
            add(points, row, row.mended(), SecondThought.Effect.MENDED);
            add(points, row, row.unchanged(), SecondThought.Effect.UNCHANGED);
            add(points, row, row.wrongOtherwise(), SecondThought.Effect.WRONG_OTHERWISE);
            add(points, row, row.damaged(), SecondThought.Effect.DAMAGED);
            parts.put(row.method(), points);
        }
        return new StudyChart(
                "reflection", StudyChart.Kind.PARTS, series(method -> parts.getOrDefault(method, List.of())));
    }

    private static void add(
            List<StudyChart.Point> points, Figures.Mending row, int count, SecondThought.Effect effect) {
        var share = Interval.wilson(count, row.thoughts());
        points.add(new StudyChart.Point(
                points.size(), share.estimate(), share.low(), share.high(), share.n(), row.method().budget(),
                new StudyChart.Source.Second(row.method().name(), effect)));
    }

    private StudyChart thinking() {
        var points = new ArrayList<StudyChart.Point>();
        for (var row : KindGains.of(contents.thinking())) {
            points.add(new StudyChart.Point(
                    points.size(), row.gain().estimate(), row.gain().low(), row.gain().high(), row.tokens(), 1,
                    new StudyChart.Source.Tokens(row.kind())));
        }
        return new StudyChart(
                "thinking",
                StudyChart.Kind.NATS,
                points.isEmpty()
                        ? List.of()
                        : List.of(new StudyChart.Series("", 2, false, StudyChart.Role.METHOD, points)));
    }

    private List<StudyChart.Series> series(Function<Method, List<StudyChart.Point>> points) {
        var methods = figures.methods();
        var series = new ArrayList<StudyChart.Series>();
        for (int i = 0; i < methods.size(); i++) {
            var method = methods.get(i);
            var found = points.apply(method).stream().filter(point -> !Double.isNaN(point.y())).toList();
            if (!found.isEmpty()) {
                series.add(new StudyChart.Series(
                        figures.label(method), i, method.reflect(), StudyChart.Role.METHOD, found));
            }
        }
        return series;
    }

    private static StudyChart.Point point(double x, Interval y, Method method, int budget) {
        return new StudyChart.Point(
                x, y.estimate(), y.low(), y.high(), y.n(), budget, new StudyChart.Source.Answers(method.name(), budget));
    }

    /// How well each method's confidence knows.
    public List<Knowing> knowing() {
        return figures.knowing().stream()
                .map(row -> new Knowing(
                        row.method().name(), row.judged(), row.calibration().error(), row.areaOfValue()))
                .toList();
    }
}
