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

    /// The measurements as a table for people.
    public String table() {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %s, %,d parameters%nprefix  branches   tok/s  steady  one by one   gain  first ms  pass ms  outside ms  share%n",
                model.library(),
                model.description(),
                model.parameters()));
        for (var row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%6d  %8d  %6.0f  %6.0f  %10.0f  %4.1fx  %8.1f  %7.2f  %10.3f  %4.1f%%%n",
                    row.prefix(),
                    row.branches(),
                    row.tokensPerSecond(),
                    row.steadyTokensPerSecond(),
                    row.baselineTokensPerSecond(),
                    row.gain(),
                    row.firstTokenMillis(),
                    row.decodeMillis(),
                    row.outsideMillis(),
                    100 * row.outsideShare()));
        }
        return Double.isNaN(forkMicros)
                ? text.toString()
                : text.append(String.format(Locale.ROOT, "fork: %.1f µs%n", forkMicros)).toString();
    }
}
