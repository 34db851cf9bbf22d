package dev.thoughtscope.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.TokenStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What thinking gains at positions of different kinds, over texts of which the kinds are known.
///
/// A file has one JSON object a line: `text`, and as lists of `[from, to]` in characters, end left out, `results`,
/// which have to be computed, and `trivial`, which follow from what stands there already.
public final class HeldOutGains {
    public enum Kind {
        RESULT,
        TRIVIAL,
        OTHER
    }

    /// @param mean gain in nats
    /// @param standardError of the mean, NaN for fewer than two positions
    public record Gain(int positions, double mean, double standardError) {
        static Gain of(List<Double> gains) {
            int n = gains.size();
            double mean = gains.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
            double squares = gains.stream().mapToDouble(gain -> (gain - mean) * (gain - mean)).sum();
            return new Gain(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n));
        }
    }

    private HeldOutGains() {}

    /// @param texts most texts to measure
    /// @throws IOException if the file cannot be read or a line lacks a field
    public static Map<Kind, Gain> measure(
            Engine engine, ToDoubleFunction<List<TokenStep>> confidence, Path file, ProbeSettings settings, int texts)
            throws IOException, InterruptedException {
        var json = new ObjectMapper();
        var probe = new Probe(engine, confidence);
        Map<Kind, List<Double>> gains = new EnumMap<>(Kind.class);
        for (var kind : Kind.values()) {
            gains.put(kind, new ArrayList<>());
        }
        try (var lines = Files.lines(file)) {
            for (var line : lines.limit(texts).toList()) {
                var node = json.readTree(line);
                var text = ProbeText.of(engine, field(node, "text", file).asText());
                var result = probe.run(text, settings, new ProbeControl(), StripListener.NONE);
                sort(result, field(node, "results", file), field(node, "trivial", file), gains);
            }
        }
        Map<Kind, Gain> means = new EnumMap<>(Kind.class);
        gains.forEach((kind, found) -> means.put(kind, Gain.of(found)));
        return means;
    }

    private static JsonNode field(JsonNode node, String name, Path file) throws IOException {
        if (!node.has(name)) {
            throw new IOException(file + " has a line without \"" + name + "\".");
        }
        return node.get(name);
    }

    private static void sort(StripResult result, JsonNode results, JsonNode trivial, Map<Kind, List<Double>> gains) {
        int from = 0;
        for (var position : result.positions()) {
            int to = from + position.text().length();
            if (position.isMeasured()) {
                var kind = touches(results, from, to) ? Kind.RESULT : touches(trivial, from, to) ? Kind.TRIVIAL : Kind.OTHER;
                gains.get(kind).add(position.gain());
            }
            from = to;
        }
    }

    private static boolean touches(JsonNode spans, int from, int to) {
        for (var span : spans) {
            if (from < span.get(1).asInt() && to > span.get(0).asInt()) {
                return true;
            }
        }
        return false;
    }
}
