package dev.thoughtscope.search;

import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts candidates into the tree, each merged with a sibling that says the same, which then stands for one more sample.
final class Grafting {
    /// By the model, of its own accord.
    private static final Set<Event.Purpose> WRITTEN = Set.of(Event.Purpose.EXPANSION, Event.Purpose.ROLLOUT);

    private final Journal journal;
    private final StepChecker checker;
    private final Set<Span> merged = new HashSet<>();

    Grafting(Journal journal, StepChecker checker) {
        this.journal = journal;
        this.checker = checker;
    }

    /// Adds what is new among `candidates` as children of `parent`.
    void children(int parent, List<Candidate> candidates) {
        for (var candidate : candidates) {
            child(parent, candidate);
        }
    }

    /// Adds a way below `leaf`, as far as it is not there yet.
    ///
    /// @return the nodes of the way, `leaf` left out
    List<Integer> way(int leaf, List<Candidate> steps) {
        var nodes = new ArrayList<Integer>();
        int at = leaf;
        for (var step : steps) {
            at = child(at, step);
            nodes.add(at);
        }
        return nodes;
    }

    /// The beginning of a way that a reflection leaves comes here a second time and is no second sample.
    private void noteSample(int node, Span span) {
        var tree = journal.tree();
        boolean written = WRITTEN.contains(tree.branch(span.branch()).purpose());
        if (written && !tree.facts(node).span().equals(span) && merged.add(span)) {
            journal.record(new Event.SampledAgain(node));
        }
    }

    private int child(int parent, Candidate candidate) {
        var tree = journal.tree();
        var tokens = tree.tokens(candidate.span());
        String text = TokenStep.text(tokens);
        for (int sibling = tree.firstChild(parent); sibling != Tree.NONE; sibling = tree.nextSibling(sibling)) {
            if (tree.kind(sibling) == candidate.kind() && tree.text(sibling).equals(text)) {
                noteSample(sibling, candidate.span());
                return sibling;
            }
        }
        int id = tree.size();
        journal.record(new Event.NodesAdded(List.of(new NewNode(
                id,
                parent,
                candidate.kind(),
                candidate.span(),
                candidate.prior(),
                candidate.ownValue(),
                candidate.terminal()))));
        checker.check(text)
                .ifPresent(finding -> journal.record(new Event.StepChecked(id, finding.verdict(), finding.note())));
        return id;
    }
}
