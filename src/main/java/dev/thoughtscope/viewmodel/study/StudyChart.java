package dev.thoughtscope.viewmodel.study;

import java.util.List;

/// A chart before it is drawn.
///
/// @param id names it, also in the report: `accuracy-tokens`, `accuracy-seconds`, `tries`, `majority`, `confidence`,
///     `reflection`
public record StudyChart(String id, Kind kind, List<Series> series) {
    public enum Kind {
        /// Shares over a logarithmic axis.
        LOG,
        /// Shares over 0 to 1, beside the line on which both are equal.
        SQUARE,
        /// Shares of a whole beside each other: a series holds the parts of one method, at x = 0, 1, 2, 3.
        PARTS
    }

    /// @param colour number of the method, the same in all charts
    /// @param dashed for methods with reflection
    /// @param reference for figures that others published
    public record Series(String name, int colour, boolean dashed, boolean reference, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /// @param y a share, 0 to 1, with its 95 % interval from `low` to `high`
    /// @param n problems, or attempts where confidence is measured
    /// @param budget rollouts or samples
    public record Point(double x, double y, double low, double high, int n, String method, int budget) {}

    public StudyChart {
        series = List.copyOf(series);
    }

    public boolean isEmpty() {
        return series.stream().allMatch(one -> one.reference() || one.points().isEmpty());
    }
}
