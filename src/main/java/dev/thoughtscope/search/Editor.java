package dev.thoughtscope.search;

import java.util.List;

/// Writes what a person asks for into the tree's terms.
public interface Editor {
    /// @param keep tokens of `node` to keep before the forced one
    Candidate force(Journal journal, int node, int keep, int alternative) throws InterruptedException;

    /// A text, scored token by token as what follows `parent`; more than one node where the action cuts it.
    List<Candidate> write(Journal journal, int parent, String text) throws InterruptedException;

    /// The reflection sentence as what follows `parent`.
    Candidate reflection(Journal journal, int parent) throws InterruptedException;
}
