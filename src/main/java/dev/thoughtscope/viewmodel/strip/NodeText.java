package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The text of a node of a tree or of the path to it, with all that the model saw before it.
///
/// @param node that it is of, the last one of a path
/// @param prompt as it was put to the model
/// @param before tokens of the path between prompt and text
/// @param tokens the text, at least one token
/// @param parts the nodes whose tokens these are, in order
public record NodeText(int node, String prompt, List<TokenStep> before, List<TokenStep> tokens, List<Part> parts) {
    /// @param from index in the text of the node's first token
    public record Part(int node, int from) {}

    /// A text to put beside a node.
    public record Beside(int node, String text) {}

    public NodeText {
        before = List.copyOf(before);
        tokens = List.copyOf(tokens);
        parts = List.copyOf(parts);
    }

    /// The text of one node.
    public NodeText(int node, String prompt, List<TokenStep> before, List<TokenStep> tokens) {
        this(node, prompt, before, tokens, List.of(new Part(node, 0)));
    }

    /// Empty for the question itself and for what holds no tokens.
    public static Optional<NodeText> of(Tree tree, int node) {
        if (!hasText(tree, node)) {
            return Optional.empty();
        }
        var path = tree.pathTokens(node);
        var own = tree.tokens(node);
        return Optional.of(new NodeText(
                node, tree.run().orElseThrow().prompt(), path.subList(0, path.size() - own.size()), own));
    }

    /// All that the model wrote from the question to a node; empty for the question itself and for what holds no tokens.
    public static Optional<NodeText> path(Tree tree, int node) {
        if (!hasText(tree, node)) {
            return Optional.empty();
        }
        var tokens = new ArrayList<TokenStep>();
        var parts = new ArrayList<Part>();
        for (int step : tree.path(node)) {
            if (!tree.tokens(step).isEmpty()) {
                parts.add(new Part(step, tokens.size()));
                tokens.addAll(tree.tokens(step));
            }
        }
        return Optional.of(new NodeText(node, tree.run().orElseThrow().prompt(), List.of(), tokens, parts));
    }

    private static boolean hasText(Tree tree, int node) {
        return node > Tree.ROOT && node < tree.size() && !tree.tokens(node).isEmpty() && tree.run().isPresent();
    }

    /// Whether a tree still holds it.
    public boolean isOf(Tree tree) {
        var there = parts.size() > 1 ? path(tree, node) : of(tree, node);
        return there.filter(other -> other.prompt.equals(prompt)
                        && ids(other.before).equals(ids(before))
                        && ids(other.tokens).equals(ids(tokens)))
                .isPresent();
    }

    private static List<Integer> ids(List<TokenStep> steps) {
        return steps.stream().map(TokenStep::id).toList();
    }

    public String text() {
        return TokenStep.text(tokens);
    }

    /// All that the model sees before a token of the text.
    public String upTo(int index) {
        return prompt + TokenStep.text(before) + TokenStep.text(tokens.subList(0, index));
    }

    /// The text of the node that holds a token, up to that token, and a thought in the place of what follows.
    ///
    /// @param index of the token that the thought stands before
    /// @param thought with its markers
    public Beside branch(int index, String thought) {
        var part = parts.reversed().stream().filter(one -> one.from() <= index).findFirst().orElseThrow();
        String kept = TokenStep.text(tokens.subList(part.from(), index));
        return new Beside(part.node(), kept + thought);
    }
}
