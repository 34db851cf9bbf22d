package dev.thoughtscope.study.data;

import java.util.List;

/// A running text, and what is known of its parts.
///
/// @param results parts that have to be worked out
/// @param trivial parts that follow from what stands there already
public record CorpusText(String id, String text, List<Mark> results, List<Mark> trivial) {
    public CorpusText {
        results = List.copyOf(results);
        trivial = List.copyOf(trivial);
    }

    /// @param from first character
    /// @param to end, left out
    public record Mark(int from, int to) {}
}
