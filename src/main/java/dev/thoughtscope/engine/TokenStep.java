package dev.thoughtscope.engine;

import java.util.List;

/// One token at one position, with what the model held probable there.
///
/// @param logProb natural logarithm of the token's probability, unfiltered, at temperature 1; at most 0,
///     NaN where an engine does not know it: then `top` is empty
/// @param top the most probable candidates of the position, most probable first, five unless asked otherwise;
///     the token itself need not be among them. Empty where an engine gives no probabilities.
/// @param entropy entropy of the position's distribution in nats, NaN where an engine does not know it
/// @param sampled true if the model chose it, false if it was given (teacher forcing)
public record TokenStep(int id, Piece piece, double logProb, List<Alternative> top, double entropy, boolean sampled) {
    public TokenStep {
        top = List.copyOf(top);
    }

    public static String text(List<TokenStep> steps) {
        return Piece.join(steps.stream().map(TokenStep::piece).toList());
    }
}
