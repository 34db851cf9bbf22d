package dev.thoughtscope.search;

import java.util.List;

/// Tells of each reflection which answer there was before it and which one it led to.
final class Reflections {
    private final Journal journal;
    private final Grafting grafting;

    Reflections(Journal journal, Grafting grafting) {
        this.journal = journal;
        this.grafting = grafting;
    }

    /// For playouts of which one leads into another: the answer before a reflection is the previous playout's, the one
    /// after it is its own.
    void ledThere(int leaf, List<Playout> playouts) {
        for (int i = 1; i < playouts.size(); i++) {
            for (int node : grafting.way(leaf, playouts.get(i).steps())) {
                if (isOpen(node)) {
                    journal.record(new Event.Reflected(node, answer(playouts.get(i - 1)), answer(playouts.get(i))));
                }
            }
        }
    }

    /// For a reflection that a person put into the tree: the answer before it is the one with the most value behind it
    /// among the other ways from its parent.
    void passed(int node, Playout playout) {
        if (isOpen(node) && playout.answer().isPresent()) {
            journal.record(new Event.Reflected(node, before(node), answer(playout)));
        }
    }

    private boolean isOpen(int node) {
        var tree = journal.tree();
        return tree.kind(node) == NodeKind.REFLECTION && tree.reflection(node).isEmpty();
    }

    private String before(int reflection) {
        var tree = journal.tree();
        int parent = tree.parent(reflection);
        String answer = "";
        double most = -1;
        for (int node = parent; node < tree.size(); node++) {
            var found = tree.found(node);
            if (found.isPresent() && tree.total(node) > most) {
                var path = tree.path(node);
                if (path.contains(parent) && !path.contains(reflection)) {
                    most = tree.total(node);
                    answer = found.get().answer();
                }
            }
        }
        return answer;
    }

    private static String answer(Playout playout) {
        return playout.answer().map(Tree.Found::answer).orElse("");
    }
}
