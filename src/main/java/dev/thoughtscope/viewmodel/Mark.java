package dev.thoughtscope.viewmodel;

/// What a checker says of an answer.
public enum Mark {
    NONE,
    RIGHT,
    WRONG
}
