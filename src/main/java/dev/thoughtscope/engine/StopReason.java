package dev.thoughtscope.engine;

/// Why a generation ended.
public enum StopReason {
    /// A token that the model ends its text with. The token is part of the result.
    END_TOKEN,
    /// One of the asked stop strings appeared. The tokens up to and with it are part of the result.
    STOP_STRING,
    /// As many tokens as asked for.
    MAX_TOKENS,
    /// The context has no room for another token of this branch.
    CONTEXT_FULL,
    CANCELLED
}
