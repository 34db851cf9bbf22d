package dev.thoughtscope.study.corpus;

import dev.thoughtscope.study.figures.Bootstrap;
import dev.thoughtscope.study.figures.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What thinking gained at tokens of each kind, over all texts.
public final class KindGains {
    private KindGains() {}

    /// One kind of token.
    ///
    /// @param tokens how many were measured
    /// @param gain mean in nats, with a bootstrap interval over texts; its `n` is the number of texts that have such tokens
    /// @param surprise mean of the tokens without a thought, in nats
    /// @param helped share of the tokens whose gain is above 0, 0 to 1
    public record Row(TokenKind kind, int tokens, Interval gain, double surprise, double helped) {}

    /// A token in its text.
    public record Place(TextGain text, TokenGain token) {}

    /// Kinds that occur, in their order.
    public static List<Row> of(List<TextGain> texts) {
        var rows = new ArrayList<Row>();
        for (var kind : TokenKind.values()) {
            var having = texts.stream().map(text -> sums(text, kind)).filter(sums -> sums[1] > 0).toList();
            int tokens = (int) having.stream().mapToDouble(sums -> sums[1]).sum();
            if (tokens > 0) {
                var gain = Bootstrap.of(having.size(), draw -> {
                    double sum = 0;
                    double count = 0;
                    for (int i : draw) {
                        sum += having.get(i)[0];
                        count += having.get(i)[1];
                    }
                    return sum / count;
                });
                rows.add(new Row(
                        kind,
                        tokens,
                        gain,
                        having.stream().mapToDouble(sums -> sums[2]).sum() / tokens,
                        having.stream().mapToDouble(sums -> sums[3]).sum() / tokens));
            }
        }
        return rows;
    }

    /// Sum of gains, number of tokens, sum of surprises, number of gains above 0.
    private static double[] sums(TextGain text, TokenKind kind) {
        var sums = new double[4];
        for (var token : text.tokens()) {
            if (token.kind() == kind) {
                sums[0] += token.gain();
                sums[1]++;
                sums[2] += token.surprise();
                sums[3] += token.gain() > 0 ? 1 : 0;
            }
        }
        return sums;
    }

    /// The tokens of a kind, those that gained most first.
    public static List<Place> places(List<TextGain> texts, TokenKind kind, int most) {
        return texts.stream()
                .flatMap(text -> text.tokens().stream()
                        .filter(token -> token.kind() == kind)
                        .map(token -> new Place(text, token)))
                .sorted(Comparator.comparingDouble((Place place) -> place.token().gain()).reversed())
                .limit(most)
                .toList();
    }
}
