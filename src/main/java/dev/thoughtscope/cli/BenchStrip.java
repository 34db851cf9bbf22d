package dev.thoughtscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.probe.HeldOutGains;
import dev.thoughtscope.probe.ProbeSettings;
import dev.thoughtscope.probe.StripBench;
import dev.thoughtscope.reasoning.Confidence;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// The strip measured: beside the plain way, and what thinking gains at positions of each kind.
final class BenchStrip {
    private static final List<Integer> LENGTHS = List.of(64, 256, 1024);

    /// Positions that the plain way measures, spread over the text; its time is scaled up.
    private static final int SAMPLED = 16;
    private static final int TEXTS = 20;

    private final Supplier<Engine> fresh;
    private final PrintWriter out;

    BenchStrip(Supplier<Engine> fresh, PrintWriter out) {
        this.fresh = fresh;
        this.out = out;
    }

    void run(Path heldOut) throws IOException, InterruptedException {
        String text = text(heldOut);
        out.println("tokens  positions  plain s   calls  strip s  calls   ratio  largest difference, nats");
        for (int length : LENGTHS) {
            var bench = StripBench.measure(
                    fresh, Confidence.TOP5::mean, text, length, ProbeSettings.STANDARD, length / SAMPLED);
            out.printf(
                    Locale.ROOT,
                    "%6d  %9d  %7.2f  %6d  %7.2f  %5d  %5.1fx  %.1e%n",
                    bench.tokens(),
                    bench.positions(),
                    bench.naiveSeconds(),
                    bench.naiveCalls(),
                    bench.seconds(),
                    bench.calls(),
                    bench.ratio(),
                    bench.largestDifference());
            out.flush();
        }
        try (var engine = fresh.get()) {
            HeldOutGains.measure(engine, Confidence.TOP5::mean, heldOut, ProbeSettings.STANDARD, TEXTS)
                    .forEach((kind, gain) -> out.printf(
                            Locale.ROOT,
                            "mean gain at %-8s %+.3f nats, standard error %.3f, %d positions%n",
                            kind.name().toLowerCase(Locale.ROOT),
                            gain.mean(),
                            gain.standardError(),
                            gain.positions()));
        }
        out.flush();
    }

    /// The held-out texts one after another.
    private static String text(Path heldOut) throws IOException {
        var json = new ObjectMapper();
        var texts = new ArrayList<String>();
        for (String line : Files.readAllLines(heldOut)) {
            texts.add(json.readTree(line).path("text").asText());
        }
        return String.join(" ", texts);
    }
}
