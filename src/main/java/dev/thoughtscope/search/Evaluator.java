package dev.thoughtscope.search;

import java.util.List;

/// Finds out what a leaf is worth.
public interface Evaluator {
    /// Plays each leaf to an end, all leaves in one batch. The same leaf may be asked for more than once.
    ///
    /// @return for each leaf, in order, at least one playout; more where one leads into another
    List<List<Playout>> rollOut(Journal journal, List<Integer> leaves) throws InterruptedException;

    /// What the way to a node is worth so far, 0 to 1, without playing it on.
    default double soFar(Journal journal, int node) {
        return journal.tree().value(node);
    }
}
