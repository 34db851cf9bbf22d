package dev.thoughtscope.viewmodel.study;

/// A token of a text, and what a thought before it gained.
///
/// @param before the text that comes before it, as much as fits
/// @param after what comes behind it, as much as fits
/// @param thought what was thought
/// @param gain in nats
/// @param surprise without a thought, in nats
public record TokenRow(String before, String token, String after, String thought, double gain, double surprise)
        implements StudyRow {}
