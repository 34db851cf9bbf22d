package dev.thoughtscope.search;

import java.util.Arrays;

/// What is known of each node, as one array for each kind of fact: a tree of many nodes stays small and quick.
final class Nodes {
    private static final int FIRST_ROOM = 64;

    int size;
    int[] parent = new int[FIRST_ROOM];
    int[] firstChild = new int[FIRST_ROOM];
    int[] lastChild = new int[FIRST_ROOM];
    int[] nextSibling = new int[FIRST_ROOM];
    int[] visits = new int[FIRST_ROOM];
    double[] total = new double[FIRST_ROOM];
    NewNode[] facts = new NewNode[FIRST_ROOM];
    boolean[] expanded = new boolean[FIRST_ROOM];
    Tree.Found[] found = new Tree.Found[FIRST_ROOM];
    Event.Reflected[] reflected = new Event.Reflected[FIRST_ROOM];
    StepChecker.Finding[] checked = new StepChecker.Finding[FIRST_ROOM];
    boolean[] banned = new boolean[FIRST_ROOM];
    boolean[] pinned = new boolean[FIRST_ROOM];
    double[] prior = new double[FIRST_ROOM];
    int[] evenTo = new int[FIRST_ROOM];
    /// Beyond the first.
    int[] moreSamples = new int[FIRST_ROOM];

    /// Puts a node after the last child of its parent.
    void append(NewNode node) {
        if (size == parent.length) {
            grow(size * 2);
        }
        int id = size++;
        facts[id] = node;
        prior[id] = node.prior();
        parent[id] = node.parent();
        firstChild[id] = Tree.NONE;
        lastChild[id] = Tree.NONE;
        nextSibling[id] = Tree.NONE;
        if (node.parent() != Tree.NONE) {
            if (firstChild[node.parent()] == Tree.NONE) {
                firstChild[node.parent()] = id;
            } else {
                nextSibling[lastChild[node.parent()]] = id;
            }
            lastChild[node.parent()] = id;
        }
    }

    Nodes copy() {
        var copy = new Nodes();
        copy.size = size;
        copy.parent = parent.clone();
        copy.firstChild = firstChild.clone();
        copy.lastChild = lastChild.clone();
        copy.nextSibling = nextSibling.clone();
        copy.visits = visits.clone();
        copy.total = total.clone();
        copy.facts = facts.clone();
        copy.expanded = expanded.clone();
        copy.found = found.clone();
        copy.reflected = reflected.clone();
        copy.checked = checked.clone();
        copy.banned = banned.clone();
        copy.pinned = pinned.clone();
        copy.prior = prior.clone();
        copy.evenTo = evenTo.clone();
        copy.moreSamples = moreSamples.clone();
        return copy;
    }

    boolean sameAs(Nodes other) {
        return size == other.size
                && Arrays.equals(facts, 0, size, other.facts, 0, size)
                && Arrays.equals(visits, 0, size, other.visits, 0, size)
                && Arrays.equals(total, 0, size, other.total, 0, size)
                && Arrays.equals(expanded, 0, size, other.expanded, 0, size)
                && Arrays.equals(found, 0, size, other.found, 0, size)
                && Arrays.equals(reflected, 0, size, other.reflected, 0, size)
                && Arrays.equals(checked, 0, size, other.checked, 0, size)
                && Arrays.equals(banned, 0, size, other.banned, 0, size)
                && Arrays.equals(pinned, 0, size, other.pinned, 0, size)
                && Arrays.equals(prior, 0, size, other.prior, 0, size)
                && Arrays.equals(evenTo, 0, size, other.evenTo, 0, size)
                && Arrays.equals(moreSamples, 0, size, other.moreSamples, 0, size);
    }

    private void grow(int capacity) {
        parent = Arrays.copyOf(parent, capacity);
        firstChild = Arrays.copyOf(firstChild, capacity);
        lastChild = Arrays.copyOf(lastChild, capacity);
        nextSibling = Arrays.copyOf(nextSibling, capacity);
        visits = Arrays.copyOf(visits, capacity);
        total = Arrays.copyOf(total, capacity);
        facts = Arrays.copyOf(facts, capacity);
        expanded = Arrays.copyOf(expanded, capacity);
        found = Arrays.copyOf(found, capacity);
        reflected = Arrays.copyOf(reflected, capacity);
        checked = Arrays.copyOf(checked, capacity);
        banned = Arrays.copyOf(banned, capacity);
        pinned = Arrays.copyOf(pinned, capacity);
        prior = Arrays.copyOf(prior, capacity);
        evenTo = Arrays.copyOf(evenTo, capacity);
        moreSamples = Arrays.copyOf(moreSamples, capacity);
    }
}
