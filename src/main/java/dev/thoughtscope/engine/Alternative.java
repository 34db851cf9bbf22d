package dev.thoughtscope.engine;

/// One candidate for a position.
///
/// @param logProb natural logarithm of its probability in the unfiltered distribution at temperature 1; at most 0
public record Alternative(int id, Piece piece, double logProb) {}
