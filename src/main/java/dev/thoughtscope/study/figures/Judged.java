package dev.thoughtscope.study.figures;

/// A prediction of being right, and whether it was.
///
/// @param problem index of the problem that it belongs to
/// @param confidence 0 to 1
public record Judged(int problem, double confidence, boolean right) {}
