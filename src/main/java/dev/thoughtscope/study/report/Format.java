package dev.thoughtscope.study.report;

import dev.thoughtscope.study.figures.Interval;
import java.util.Locale;

/// Numbers as a reader wants them. A dash stands for what cannot be said.
final class Format {
    private static final String UNKNOWN = "–";

    private Format() {}

    static String percent(double share) {
        return Double.isNaN(share) ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /// `71.7 % (59.2–81.5)`
    static String percent(Interval interval) {
        return interval.isKnown()
                ? String.format(
                        Locale.ROOT,
                        "%.1f %% (%.1f–%.1f)",
                        100 * interval.estimate(),
                        100 * interval.low(),
                        100 * interval.high())
                : UNKNOWN;
    }

    /// `+12.5 points (3.0 to 21.7)`
    static String points(Interval interval) {
        return interval.isKnown()
                ? String.format(
                        Locale.ROOT,
                        "%+.1f points (%.1f to %.1f)",
                        100 * interval.estimate(),
                        100 * interval.low(),
                        100 * interval.high())
                : UNKNOWN;
    }

    /// `+0.97 (0.55 to 1.40)`
    static String nats(Interval interval) {
        return interval.isKnown()
                ? String.format(
                        Locale.ROOT, "%+.2f (%.2f to %.2f)", interval.estimate(), interval.low(), interval.high())
                : UNKNOWN;
    }

    static String plain(Interval interval) {
        return interval.isKnown()
                ? String.format(
                        Locale.ROOT, "%.3f (%.3f–%.3f)", interval.estimate(), interval.low(), interval.high())
                : UNKNOWN;
    }

    static String number(double value, int decimals) {
        return Double.isNaN(value) ? UNKNOWN : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /// Three figures that matter.
    static String seconds(double value) {
        if (Double.isNaN(value)) {
            return UNKNOWN;
        }
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return number(value, decimals);
    }
}
