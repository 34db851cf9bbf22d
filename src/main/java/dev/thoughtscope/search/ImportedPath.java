package dev.thoughtscope.search;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/// Puts one path that was not searched for into an empty tree, as if a simulation had walked it.
public final class ImportedPath {
    private final Journal journal;
    private final Grafting grafting;

    public ImportedPath(Journal journal, StepChecker checker) {
        this.journal = journal;
        this.grafting = new Grafting(journal, checker);
    }

    /// @param way from the root
    /// @param soFar the answer at which a text has arrived, for what stood before each reflection
    public void put(Playout way, Function<String, Optional<String>> soFar) {
        var path = new ArrayList<>(java.util.List.of(Tree.ROOT));
        path.addAll(grafting.way(Tree.ROOT, way.steps()));
        way.answer().ifPresent(found -> journal.record(new Event.AnswerFound(path.getLast(), found.answer(), found.verdict())));
        journal.record(new Event.BackedUp(0, path, way.value()));
        var tree = journal.tree();
        var before = new StringBuilder();
        for (int node : path.subList(1, path.size())) {
            if (tree.kind(node) == NodeKind.REFLECTION) {
                String after = way.answer().map(Tree.Found::answer).orElse("");
                journal.record(new Event.Reflected(node, soFar.apply(before.toString()).orElse(""), after));
            }
            before.append(tree.text(node));
        }
    }
}
