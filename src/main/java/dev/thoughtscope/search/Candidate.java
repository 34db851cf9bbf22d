package dev.thoughtscope.search;

/// A node that could enter the tree below another. What these mean is told at [NewNode].
public record Candidate(NodeKind kind, Span span, double prior, double ownValue, boolean terminal) {}
