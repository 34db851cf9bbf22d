package dev.thoughtscope.study;

import dev.thoughtscope.study.figures.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Does more thinking help? The ways of thinking of a study in a row: the direct answer, single thoughts of growing
/// length, and a search with its largest budget.
///
/// Thoughts are in the row if their first line is given, since those are the lengths that a person can choose. The search
/// is the first MCTS without reflection, or else the first vote; it is not chosen by its result.
public final class Ladder {
    private Ladder() {}

    /// One rung.
    ///
    /// @param gain accuracy less that of the rung before, on the same problems, with a bootstrap interval; unknown for
    ///     the first
    public record Rung(Figures.Point point, Interval gain) {}

    /// @return empty if there is no direct answer to begin with, or nothing to compare it with
    public static List<Rung> of(Figures figures) {
        var points = points(figures);
        var rungs = new ArrayList<Rung>();
        for (int i = 0; i < points.size(); i++) {
            var gain = i == 0
                    ? Interval.UNKNOWN
                    : figures.difference(
                            points.get(i).method(), points.get(i).budget(),
                            points.get(i - 1).method(), points.get(i - 1).budget());
            rungs.add(new Rung(points.get(i), gain));
        }
        return rungs.size() < 2 ? List.of() : rungs;
    }

    private static List<Figures.Point> points(Figures figures) {
        var all = figures.points().stream()
                .filter(point -> !point.method().reflect() && point.budget() == point.method().budget())
                .toList();
        var direct = of(all, Method.Kind.DIRECT).limit(1);
        var thoughts = of(all, Method.Kind.COT)
                .filter(point -> !point.method().opening().isEmpty() && point.budget() == 1)
                .sorted(Comparator.comparingDouble(Figures.Point::tokens));
        var search = Stream.concat(of(all, Method.Kind.MCTS), of(all, Method.Kind.SELF_CONSISTENCY)).limit(1);
        var points = Stream.of(direct, thoughts, search).flatMap(one -> one).toList();
        boolean fromDirect = !points.isEmpty() && points.getFirst().method().kind() == Method.Kind.DIRECT;
        return fromDirect ? points : List.of();
    }

    private static Stream<Figures.Point> of(List<Figures.Point> points, Method.Kind kind) {
        return points.stream().filter(point -> point.method().kind() == kind);
    }
}
