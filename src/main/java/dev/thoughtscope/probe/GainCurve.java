package dev.thoughtscope.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Total gain of a text against the length of the thoughts.
public final class GainCurve {
    /// Each about half as long again as the one before.
    public static final List<Integer> LENGTHS = List.of(0, 2, 4, 6, 9, 12, 16, 24);

    private GainCurve() {}

    /// @param length tokens of a thought at most
    public record Point(int length, StripResult.Summary summary) {}

    /// Measures the text once for each length, shortest first.
    ///
    /// @param found hears of each point as it is measured
    /// @return the points measured before it was cancelled
    public static List<Point> measure(
            Probe probe, ProbeText text, ProbeSettings settings, List<Integer> lengths, ProbeControl control, Consumer<Point> found)
            throws InterruptedException {
        var points = new ArrayList<Point>();
        for (int length : lengths.stream().sorted().distinct().toList()) {
            var result = probe.run(text, settings.withThoughtTokens(length), control, StripListener.NONE);
            if (result.ending() != StripResult.Ending.COMPLETE) {
                break;
            }
            var point = new Point(length, result.summary());
            points.add(point);
            found.accept(point);
        }
        return points;
    }
}
