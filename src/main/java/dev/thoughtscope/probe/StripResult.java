package dev.thoughtscope.probe;

import java.util.Comparator;
import java.util.List;

/// What thinking was worth along a text.
///
/// @param positions every token of the text in order, measured or not
/// @param windows overlapping parts that the text was measured in, 1 if it fits the context
/// @param decodeCalls forward passes of the engine meanwhile, those of others included
/// @param elapsedMillis time spent, pauses left out
/// @param ending why it ended
/// @param trouble what went wrong in a sentence, empty if nothing did
public record StripResult(
        List<Position> positions,
        ProbeSettings settings,
        int windows,
        long decodeCalls,
        long elapsedMillis,
        Ending ending,
        String trouble) {
    public enum Ending {
        COMPLETE,
        CANCELLED,
        /// The engine failed; what was measured until then is there.
        FAILED
    }

    public StripResult {
        positions = List.copyOf(positions);
    }

    public List<Position> measured() {
        return positions.stream().filter(Position::isMeasured).toList();
    }

    public Summary summary() {
        return summary(measured());
    }

    /// Figures over a text.
    ///
    /// @param measured number of positions with thoughts
    /// @param sum of the positions' mean gains in nats; a token counts once for each thought up to `ahead` before it
    /// @param topTenthShare what the best tenth of the positions holds of all gain above 0, 0 to 1; 0 if there is none
    /// @param mixWeight the weight of the thoughts that fits the text best, 0 to 1
    /// @param baseNll mean negative log-likelihood of a measured token without a thought before it, in nats
    /// @param thoughtNll with one, at weight 1
    /// @param mixedNll at the best weight
    public record Summary(
            int measured,
            double sum,
            double topTenthShare,
            double mixWeight,
            double baseNll,
            double thoughtNll,
            double mixedNll) {
        public double basePerplexity() {
            return Math.exp(baseNll);
        }

        public double thoughtPerplexity() {
            return Math.exp(thoughtNll);
        }

        public double mixedPerplexity() {
            return Math.exp(mixedNll);
        }
    }

    /// Figures over some positions, all of them measured.
    public static Summary summary(List<Position> measured) {
        var base = measured.stream().mapToDouble(position -> Math.exp(position.logProb())).toArray();
        var thought = measured.stream().mapToDouble(Position::thoughtProbability).toArray();
        double weight = Mixing.bestWeight(base, thought);
        return new Summary(
                measured.size(),
                measured.stream().mapToDouble(Position::gain).sum(),
                topTenthShare(measured),
                weight,
                Mixing.nll(base, thought, 0),
                Mixing.nll(base, thought, 1),
                Mixing.nll(base, thought, weight));
    }

    private static double topTenthShare(List<Position> measured) {
        var gains = measured.stream()
                .map(Position::gain)
                .filter(gain -> gain > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        double all = gains.stream().mapToDouble(Double::doubleValue).sum();
        int tenth = (measured.size() + 9) / 10;
        double top = gains.stream().limit(tenth).mapToDouble(Double::doubleValue).sum();
        return all == 0 ? 0 : top / all;
    }
}
