package dev.thoughtscope.cli;

import dev.thoughtscope.probe.Position;
import dev.thoughtscope.probe.StripResult;
import dev.thoughtscope.probe.Tint;
import dev.thoughtscope.probe.TintScale;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A strip as text for a terminal.
///
/// @param colours whether the terminal shows colours; otherwise big gains are written beside their tokens
record StripReport(StripResult result, Tint tint, boolean colours, int listed) {
    private static final int GROUND = 0xFFFFFF;
    private static final int LONGEST = 60;

    void print(PrintWriter out) {
        text(out);
        out.println();
        out.println();
        list(out);
        figures(out);
    }

    private void text(PrintWriter out) {
        var gains = result.positions().stream().mapToDouble(Position::gain).toArray();
        var scale = tint.scale(gains);
        double big = TintScale.big(gains);
        for (var position : result.positions()) {
            double gain = position.gain();
            if (colours && scale.opacity(gain) > 0) {
                tinted(out, position.text(), tint.over(GROUND, gain, scale));
            } else if (!colours && gain > 0 && gain >= big) {
                out.printf(Locale.ROOT, "%s[%+.1f]", position.text(), gain);
            } else {
                out.print(position.text());
            }
        }
    }

    private static void tinted(PrintWriter out, String text, int colour) {
        int ink = Tint.ink(colour);
        out.printf("\033[48;2;%s;38;2;%sm%s\033[0m", parts(colour), parts(ink), text);
    }

    private static String parts(int colour) {
        return (colour >> 16) + ";" + (colour >> 8 & 0xFF) + ";" + (colour & 0xFF);
    }

    private void list(PrintWriter out) {
        List<Position> best = result.measured().stream()
                .sorted(Comparator.comparingDouble(Position::gain).reversed())
                .filter(position -> position.gain() > 0)
                .limit(listed)
                .toList();
        if (best.isEmpty()) {
            out.println("No thought helped at any of the positions.");
            return;
        }
        out.println("Where thinking helped most (nats, times as likely, token, best thought):");
        for (var position : best) {
            var thought = position.thoughts().getFirst();
            out.printf(
                    Locale.ROOT,
                    "%8.3f %9s  %-14s %s%n",
                    position.gain(),
                    times(position.gain()),
                    "“" + line(position.text()) + "”",
                    line(thought.text()));
        }
        out.println();
    }

    private void figures(PrintWriter out) {
        var summary = result.summary();
        out.printf(
                Locale.ROOT,
                "Sum %+.3f nats over %d positions; the best tenth holds %.0f %% of all gain.%n",
                summary.sum(),
                summary.measured(),
                100 * summary.topTenthShare());
        out.printf(
                Locale.ROOT,
                "Perplexity %.3f without, %.3f with, %.3f mixed at w = %.3f.%n",
                summary.basePerplexity(),
                summary.thoughtPerplexity(),
                summary.mixedPerplexity(),
                summary.mixWeight());
        out.printf(Locale.ROOT, "%d forward passes, %.2f s.%n", result.decodeCalls(), result.elapsedMillis() / 1000.0);
    }

    private static String times(double gain) {
        double times = Math.exp(gain);
        return times < 1000 ? String.format(Locale.ROOT, "%.1f×", times) : String.format(Locale.ROOT, "%.0e×", times);
    }

    private static String line(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
