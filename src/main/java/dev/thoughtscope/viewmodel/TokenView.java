package dev.thoughtscope.viewmodel;

import java.util.List;

/// A token as the inspector shows it.
///
/// @param text the characters that it completes; empty in the middle of one
/// @param confidence 0 to 1, NaN where the engine gave no probabilities
/// @param probability of the token at temperature 1
/// @param entropy of its position in nats, NaN if unknown
/// @param chosen whether the model chose it; false where it was given
public record TokenView(
        String text, double confidence, double probability, double entropy, boolean chosen, List<Choice> choices) {
    public TokenView {
        choices = List.copyOf(choices);
    }

    /// A candidate for the token's position, or the token itself where it was none.
    ///
    /// @param id of the token in the model's vocabulary
    /// @param taken whether it is the token that was written
    public record Choice(int id, String text, double probability, boolean taken) {}
}
