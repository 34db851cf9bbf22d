package dev.thoughtscope.engine;

import java.util.List;

/// What a finished request gave: the given tokens, scored, then the sampled ones.
///
/// @param sharedTokens leading tokens of the context that needed no computing because another branch had them
/// @param computedTokens tokens that went through the model for this request
public record Generation(List<TokenStep> steps, StopReason reason, int sharedTokens, int computedTokens) {
    public Generation {
        steps = List.copyOf(steps);
    }

    public String text() {
        return TokenStep.text(steps);
    }
}
