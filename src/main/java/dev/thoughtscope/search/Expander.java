package dev.thoughtscope.search;

import java.util.List;

/// Proposes what may follow.
public interface Expander {
    /// Candidates for each leaf, all leaves in one batch. Equal ones are merged by the caller.
    ///
    /// @param leaves nodes that are not terminal
    /// @return a list for each leaf, in order; an empty one where nothing can follow
    List<List<Candidate>> expand(Journal journal, List<Integer> leaves, int width) throws InterruptedException;
}
