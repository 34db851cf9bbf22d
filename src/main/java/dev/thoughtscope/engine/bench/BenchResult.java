package dev.thoughtscope.engine.bench;

import dev.thoughtscope.engine.ModelInfo;
import java.util.List;
import java.util.Locale;

/// All measurements of one run on one model.
///
/// @param forkMicros mean time to fork a branch, NaN if the engine does not tell
public record BenchResult(ModelInfo model, List<BenchRow> rows, double forkMicros) {
    public BenchResult {
        rows = List.copyOf(rows);
    }

    /// The measurements as a table for people; what was not measured is a point.
    public String table() {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s; %s, %s, %,d parameters%nprefix  branches   tok/s  steady  llama.cpp alone  ratio  one by one   gain"
                        + "  first ms  pass ms  outside ms  share%n",
                model.library(),
                model.name(),
                model.description(),
                model.parameters()));
        rows.forEach(row -> text.append(line(row)));
        return Double.isNaN(forkMicros)
                ? text.toString()
                : text.append(String.format(Locale.ROOT, "fork: %.1f µs%n", forkMicros)).toString();
    }

    private static String line(BenchRow row) {
        return String.format(
                Locale.ROOT,
                "%6d  %8d  %6.0f  %6.0f  %15s  %5s  %10s  %5s  %8.1f  %7.2f  %10.3f  %4.1f%%%n",
                row.prefix(),
                row.branches(),
                row.tokensPerSecond(),
                row.steadyTokensPerSecond(),
                number("%.0f", row.bareTokensPerSecond()),
                number("%.2f", row.ofBare()),
                number("%.0f", row.baselineTokensPerSecond()),
                number("%.1fx", row.gain()),
                row.firstTokenMillis(),
                row.decodeMillis(),
                row.outsideMillis(),
                100 * row.outsideShare());
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "." : String.format(Locale.ROOT, format, value);
    }
}
