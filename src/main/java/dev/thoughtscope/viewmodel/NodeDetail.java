package dev.thoughtscope.viewmodel;

import java.util.List;

/// All that the inspector tells of a node.
///
/// @param path from the root to the node
/// @param text the node's own text
/// @param below answers in its subtree
/// @param note a checker's remark on the text, empty if none
/// @param before answer of the thought that a reflection follows, empty if none or no reflection
/// @param after answer of the thought that follows it
/// @param bonus that the search adds to its value when it chooses; infinite where it comes first, NaN for the root
/// @param entropy mean of its tokens in nats, NaN if unknown
public record NodeDetail(
        int node,
        Shape shape,
        List<Integer> path,
        String text,
        List<TokenView> tokens,
        int visits,
        double value,
        double ownValue,
        double prior,
        int depth,
        String answer,
        Mark mark,
        List<AnswerRow> below,
        String note,
        Mark noteMark,
        String before,
        String after,
        List<ChoiceRow> choices,
        double bonus,
        double entropy,
        Costs costs) {
    /// @param tokens that the model chose for the node itself
    /// @param seconds of the model's work on it
    /// @param tokensBelow of all nodes that hang on it
    /// @param secondsBelow of the model's work on those
    public record Costs(long tokens, double seconds, long tokensBelow, double secondsBelow) {}

    public NodeDetail {
        path = List.copyOf(path);
        tokens = List.copyOf(tokens);
        below = List.copyOf(below);
        choices = List.copyOf(choices);
    }
}
