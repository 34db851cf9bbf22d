package dev.thoughtscope.search;

/// What a node stands for.
public enum NodeKind {
    /// The question. Has no tokens of its own.
    ROOT,
    /// One action of the search.
    STEP,
    /// The sentence that asks the model to think again.
    REFLECTION,
    /// Written or chosen by a person.
    PERSON
}
