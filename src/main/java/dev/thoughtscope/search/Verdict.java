package dev.thoughtscope.search;

/// What a checker says of an answer.
public enum Verdict {
    RIGHT,
    WRONG,
    UNKNOWN
}
