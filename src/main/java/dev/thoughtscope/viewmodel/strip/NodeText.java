package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Tree;
import java.util.List;
import java.util.Optional;

/// The text of a node of a tree, with all that the model saw before it.
///
/// @param prompt as it was put to the model
/// @param before tokens of the path between prompt and node
/// @param tokens the node's own, at least one
public record NodeText(int node, String prompt, List<TokenStep> before, List<TokenStep> tokens) {
    public NodeText {
        before = List.copyOf(before);
        tokens = List.copyOf(tokens);
    }

    /// Empty for the question itself and for what holds no tokens.
    public static Optional<NodeText> of(Tree tree, int node) {
        if (node <= Tree.ROOT || node >= tree.size() || tree.tokens(node).isEmpty() || tree.run().isEmpty()) {
            return Optional.empty();
        }
        var path = tree.pathTokens(node);
        var own = tree.tokens(node);
        return Optional.of(new NodeText(
                node, tree.run().get().prompt(), path.subList(0, path.size() - own.size()), own));
    }

    public String text() {
        return TokenStep.text(tokens);
    }

    /// The node's text up to a token, and a thought in the place of what follows.
    ///
    /// @param index of the token that the thought stands before
    public String branch(int index, String thought) {
        String kept = TokenStep.text(tokens.subList(0, index));
        boolean apart = kept.isEmpty() || Character.isWhitespace(kept.charAt(kept.length() - 1));
        return (kept + (apart ? "" : " ") + thought.strip()).stripLeading() + "\n";
    }
}
