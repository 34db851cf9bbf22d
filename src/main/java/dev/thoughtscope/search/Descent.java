package dev.thoughtscope.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// The selection phase: the way from the root to a leaf, by the highest score, ties broken by the seed.
final class Descent {
    private final Tree tree;
    private final SearchSettings settings;
    private final SplittableRandom random;
    private final Asked asked;
    private int[] virtualVisits = new int[64];
    private boolean[] closed = new boolean[64];

    Descent(Tree tree, SearchSettings settings) {
        this.tree = tree;
        this.settings = settings;
        this.random = new SplittableRandom(settings.seed());
        this.asked = new Asked(tree);
    }

    /// Appends the nodes from the root, through the focus, to the first one below it that is not expanded.
    void toLeaf(List<Integer> path) {
        path.addAll(tree.path(tree.focus()));
        int at = tree.focus();
        while (mayPass(at)) {
            at = best(at);
            path.add(at);
        }
    }

    /// Children that an expansion of the node asks for now, 0 where it has all it should have.
    int missing(int node) {
        if (tree.isTerminal(node) || tree.depth(node) >= settings.maxDepth()) {
            return 0;
        }
        if (!tree.isExpanded(node)) {
            return settings.width();
        }
        var widening = settings.widening();
        return widening.grows() ? Math.max(0, widening.wanted(tree.visits(node)) - asked.of(node)) : 0;
    }

    /// A node is passed when its children are complete, or when a person chose one of them or wants them evened out.
    private boolean mayPass(int node) {
        boolean open = false;
        for (int child = tree.firstChild(node); child != Tree.NONE; child = tree.nextSibling(child)) {
            if (tree.isPinned(child) && !tree.isBanned(child)) {
                return true;
            }
            open |= !tree.isBanned(child);
        }
        boolean complete = tree.isExpanded(node) && !(settings.widening().grows() && missing(node) > 0);
        return open && (complete || isUneven(node));
    }

    private boolean isUneven(int node) {
        if (tree.evenTo(node) == 0) {
            return false;
        }
        for (int child = tree.firstChild(node); child != Tree.NONE; child = tree.nextSibling(child)) {
            if (!tree.isBanned(child) && visited(child) < tree.evenTo(node)) {
                return true;
            }
        }
        return false;
    }

    /// Appends the best child of the path's end, if it has one, as passed.
    void toChild(List<Integer> path) {
        int end = path.getLast();
        int next = best(end);
        if (next != Tree.NONE) {
            path.add(next);
            pass(path.subList(path.size() - 1, path.size()));
        }
    }

    /// Counts one simulation in flight through each node.
    void pass(List<Integer> nodes) {
        for (int node : nodes) {
            makeRoom(node);
            virtualVisits[node]++;
        }
    }

    void forgetVirtual() {
        Arrays.fill(virtualVisits, 0);
    }

    /// Notes that nothing new can come from the node, where that is so, and tells its ancestors.
    void close(int node) {
        for (int at = node; at != Tree.NONE && isSpent(at); at = tree.parent(at)) {
            makeRoom(at);
            closed[at] = true;
        }
    }

    /// True once every way below the focus has been walked to its end.
    boolean isExhausted() {
        int focus = tree.focus();
        return tree.isBanned(focus) || focus < closed.length && closed[focus];
    }

    /// Forgets what is spent: a person changed the tree.
    void reopen() {
        Arrays.fill(closed, false);
        for (int node = tree.size() - 1; node >= 0; node--) {
            if (isSpent(node)) {
                makeRoom(node);
                closed[node] = true;
            }
        }
    }

    private boolean isSpent(int node) {
        if (tree.isBanned(node) || tree.isTerminal(node) && tree.visits(node) >= tree.samples(node)) {
            return true;
        }
        if (!tree.isExpanded(node) || settings.widening().grows() && tree.depth(node) < settings.maxDepth()) {
            return false;
        }
        for (int child = tree.firstChild(node); child != Tree.NONE; child = tree.nextSibling(child)) {
            if (child >= closed.length || !closed[child]) {
                return false;
            }
        }
        return true;
    }

    private int best(int node) {
        int parentVisits = visited(node);
        double bestScore = Double.NEGATIVE_INFINITY;
        var ties = new ArrayList<Integer>();
        boolean uneven = isUneven(node);
        boolean pinned = tree.children(node).stream().anyMatch(child -> tree.isPinned(child) && !tree.isBanned(child));
        for (int child = tree.firstChild(node); child != Tree.NONE; child = tree.nextSibling(child)) {
            if (tree.isBanned(child) || pinned && !tree.isPinned(child)) {
                continue;
            }
            double score = uneven ? -visited(child) : score(parentVisits, child);
            if (score > bestScore) {
                bestScore = score;
                ties.clear();
            }
            if (score == bestScore) {
                ties.addAll(Collections.nCopies(uneven ? 1 : waiting(child), child));
            }
        }
        return switch (ties.size()) {
            case 0 -> Tree.NONE;
            case 1 -> ties.getFirst();
            default -> ties.get(random.nextInt(ties.size()));
        };
    }

    /// A child that was sampled m times is m equal children in one, which share its visits and have its value: it is scored
    /// as the least visited of them. So ways are followed as often as the model goes them, not once for each text.
    private double score(int parentVisits, int child) {
        var selection = settings.selection();
        int each = visited(child) / tree.samples(child);
        return selection.exploitation(visited(child), tree.total(child)) + selection.bonus(parentVisits, each, tree.prior(child));
    }

    /// The samples in a child that have not been visited, or 1 if all have.
    private int waiting(int child) {
        return Math.max(1, tree.samples(child) - visited(child));
    }

    /// Visits, those in flight included.
    private int visited(int node) {
        return tree.visits(node) + (node < virtualVisits.length ? virtualVisits[node] : 0);
    }

    private void makeRoom(int node) {
        if (node >= virtualVisits.length) {
            int capacity = Math.max(node + 1, virtualVisits.length * 2);
            virtualVisits = Arrays.copyOf(virtualVisits, capacity);
            closed = Arrays.copyOf(closed, capacity);
        }
    }
}
