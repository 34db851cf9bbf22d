package dev.thoughtscope.search;

import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;
import java.util.Optional;

/// What the model wrote after a node.
///
/// @param node the node whose path it continues
/// @param end empty while it is being written
public record Branch(int id, int node, Event.Purpose purpose, List<TokenStep> tokens, Optional<StopReason> end) {
    static Branch started(Event.BranchStarted event) {
        return new Branch(event.branch(), event.node(), event.purpose(), List.of(), Optional.empty());
    }

    Branch plus(List<TokenStep> more) {
        return new Branch(id, node, purpose, GrowingTokens.of(tokens).plus(more), end);
    }

    Branch ended(StopReason reason) {
        return new Branch(id, node, purpose, tokens, Optional.of(reason));
    }
}
