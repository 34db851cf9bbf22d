package dev.thoughtscope.search;

import java.util.List;
import java.util.Optional;

/// One way from a leaf to an end.
///
/// @param steps the nodes that follow the leaf, empty if the leaf itself is terminal
/// @param value of the whole way from the root, 0 to 1
/// @param answer found at the end, empty where there is none
public record Playout(List<Candidate> steps, double value, Optional<Tree.Found> answer) {
    public Playout {
        steps = List.copyOf(steps);
    }
}
