package dev.thoughtscope.engine.bench;

import dev.thoughtscope.engine.llama.BareDecoder;
import dev.thoughtscope.engine.llama.LlamaOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Tokens per second that llama.cpp alone gives on the same work as each measurement.
public final class BareRates {
    public static final BareRates NONE = new BareRates(Map.of());

    private record Work(int prefix, int branches) {}

    static final int REPEATS = 3;

    private final Map<Work, Double> rates;

    private BareRates(Map<Work, Double> rates) {
        this.rates = rates;
    }

    /// Measures in this process, with the model loaded for it alone; the best of [#REPEATS] runs each.
    ///
    /// @param onProgress told what is measured next
    public static BareRates measure(LlamaOptions options, BenchSettings settings, Consumer<String> onProgress) {
        var rates = new HashMap<Work, Double>();
        try (var bare = BareDecoder.open(options)) {
            bare.nanos(32, 8, 16);
            for (int prefix : settings.prefixes()) {
                if (prefix + settings.tokens() > bare.contextLength()) {
                    continue;
                }
                for (int width : settings.widths()) {
                    onProgress.accept("llama.cpp alone, prefix " + prefix + ", " + width + " branches");
                    long best = Long.MAX_VALUE;
                    for (int i = 0; i < REPEATS; i++) {
                        best = Math.min(best, bare.nanos(prefix, width, settings.tokens()));
                    }
                    rates.put(new Work(prefix, width), width * settings.tokens() * 1e9 / best);
                }
            }
        }
        return new BareRates(rates);
    }

    /// NaN if it was not measured.
    double of(int prefix, int branches) {
        return rates.getOrDefault(new Work(prefix, branches), Double.NaN);
    }
}
