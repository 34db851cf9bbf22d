package dev.thoughtscope.search;

/// A node as it enters the tree.
///
/// @param id the number of nodes before it
/// @param prior probability that the model gave this continuation, as the geometric mean of its tokens', 0 to 1
/// @param ownValue the node's worth before any search below it, 0 to 1
/// @param terminal whether nothing can follow it
public record NewNode(int id, int parent, NodeKind kind, Span span, double prior, double ownValue, boolean terminal) {}
