package dev.thoughtscope.viewmodel;

/// What a box of the tree stands for; each has a form of its own, so that nothing rests on colour alone.
public enum Shape {
    QUESTION,
    STEP,
    REFLECTION,
    PERSON,
    ANSWER,
    /// Being written right now.
    GHOST
}
