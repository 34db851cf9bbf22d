package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.study.SecondThought;
import dev.thoughtscope.study.corpus.TokenKind;
import java.util.List;

/// A chart before it is drawn.
///
/// @param id names it, also in the report: `accuracy-tokens`, `accuracy-seconds`, `tries`, `majority`, `confidence`,
///     `reflection`, `thinking`
public record StudyChart(String id, Kind kind, List<Series> series) {
    public enum Kind {
        /// Shares over a logarithmic axis.
        LOG,
        /// Shares over 0 to 1, beside the line on which both are equal.
        SQUARE,
        /// Shares of a whole beside each other: a series holds the parts of one method, at x = 0, 1, 2, 3.
        PARTS,
        /// Nats from zero in either direction: one series, a bar for each point.
        NATS
    }

    /// What lies behind a point.
    public sealed interface Source {
        /// Each problem, as the method answers it with a budget.
        record Answers(String method, int budget) implements Source {}

        /// Attempts of a confidence of at least `from` and less than `to`; the last bin has 1 as well.
        record Bin(String method, double from, double to) implements Source {}

        /// Problems on which a second thought did that.
        record Second(String method, SecondThought.Effect effect) implements Source {}

        /// Tokens of texts.
        record Tokens(TokenKind kind) implements Source {}

        /// Figures that others published.
        record Elsewhere() implements Source {}
    }

    /// @param colour number of the method, the same in all charts
    /// @param dashed for methods with reflection
    /// @param role what it is beside methods
    public record Series(String name, int colour, boolean dashed, Role role, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }

        public boolean isMethod() {
            return role == Role.METHOD;
        }
    }

    public enum Role {
        METHOD,
        /// What others published.
        REFERENCE,
        /// Leads from a direct answer through longer thoughts to a search.
        LADDER
    }

    /// @param y a share, 0 to 1, or nats, with its 95 % interval from `low` to `high`
    /// @param n problems; attempts where confidence is measured; second thoughts; tokens
    /// @param budget rollouts or samples
    /// @param source what a click on it shows
    public record Point(double x, double y, double low, double high, int n, int budget, Source source) {}

    public StudyChart {
        series = List.copyOf(series);
    }

    public boolean isEmpty() {
        return series.stream().noneMatch(one -> one.isMethod() && !one.points().isEmpty());
    }
}
