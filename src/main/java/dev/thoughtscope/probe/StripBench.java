package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// How fast a strip is against the plain way, in one run on one machine.
///
/// @param tokens of the text
/// @param positions measured our way
/// @param naivePositions measured the plain way; where fewer than `positions`, its time and calls are scaled up
/// @param sameThoughts of the positions measured both ways, those where both thought the same
/// @param largestDifference of a gain between both ways where the thoughts are the same, in nats
public record StripBench(
        int tokens,
        int positions,
        int naivePositions,
        double naiveSeconds,
        long naiveCalls,
        double seconds,
        long calls,
        int sameThoughts,
        double largestDifference) {
    /// How many times as fast as the plain way.
    public double ratio() {
        return naiveSeconds / seconds;
    }

    /// Measures both ways.
    ///
    /// @param fresh gives a newly opened engine each time
    /// @param tokens length that the text is cut to
    /// @param every the plain way measures one position of so many
    public static StripBench measure(
            Supplier<Engine> fresh,
            ToDoubleFunction<List<TokenStep>> confidence,
            String text,
            int tokens,
            ProbeSettings settings,
            int every)
            throws InterruptedException {
        String cut = cut(fresh, text, tokens);
        var naive = new NaiveProbe(fresh, confidence).run(cut, settings, every);
        try (var engine = fresh.get()) {
            long start = System.nanoTime();
            var strip = new Probe(engine, confidence)
                    .run(ProbeText.of(engine, cut), settings, new ProbeControl(), StripListener.NONE);
            double seconds = (System.nanoTime() - start) / 1e9;
            return compare(strip, naive, seconds);
        }
    }

    private static String cut(Supplier<Engine> fresh, String text, int tokens) {
        try (var engine = fresh.get()) {
            var all = ProbeText.of(engine, text);
            if (all.length() < tokens) {
                throw new IllegalArgumentException(
                        "The text has " + all.length() + " tokens, fewer than the " + tokens + " to measure.");
            }
            return String.join("", TokenTexts.of(all.pieces().subList(0, tokens)));
        }
    }

    private static StripBench compare(StripResult strip, NaiveProbe.Measured naive, double seconds) {
        int same = 0;
        double largest = 0;
        for (var entry : naive.thoughts().entrySet()) {
            var ours = strip.positions().get(entry.getKey()).thoughts().getFirst();
            var theirs = entry.getValue().getFirst();
            if (ours.text().equals(theirs.text())) {
                same++;
                largest = Math.max(largest, Math.abs(ours.gain() - theirs.gain()));
            }
        }
        int positions = strip.measured().size();
        double scale = (double) positions / naive.thoughts().size();
        return new StripBench(
                strip.positions().size(),
                positions,
                naive.thoughts().size(),
                scale * naive.nanos() / 1e9,
                Math.round(scale * naive.decodeCalls()),
                seconds,
                strip.decodeCalls(),
                same,
                largest);
    }
}
