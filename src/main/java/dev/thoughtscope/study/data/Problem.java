package dev.thoughtscope.study.data;

/// A question whose answer is known.
///
/// @param id unique in its dataset
/// @param kind what sort of problem it is, empty if the dataset does not say
/// @param level difficulty in the dataset's own words, empty if it does not say
/// @param question as it is put to the model; multiple choice with its options
/// @param answer as the checker compares it: a letter for multiple choice
public record Problem(String id, String kind, String level, String question, String answer) {}
