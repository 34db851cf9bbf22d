package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/// Which nodes of a tree are drawn: all, but for those below closed nodes, those off the best line, those with few
/// visits and the middle of long chains, as a person chose.
///
/// The root is always drawn, and so is the way to the node that was asked for last.
public final class Folding {
    /// Steps one after the other without a branch that are worth one box.
    static final int LONG_CHAIN = 3;

    private final BitSet closed = new BitSet();
    private List<Integer> wanted = List.of();
    private int fewestVisits;
    private boolean bestOnly;
    private boolean chains;

    /// What is folded away at one moment.
    ///
    /// @param hidden nodes that are not drawn
    /// @param inChain those of them that are part of the box of a chain
    /// @param behind for each node that is drawn, how many are hidden behind it, those of its chain not counted
    /// @param chain for each node that is drawn, how many steps its box stands for, itself counted
    record Folded(BitSet hidden, BitSet inChain, int[] behind, int[] chain) {
        static final Folded NONE = new Folded(new BitSet(), new BitSet(), new int[0], new int[0]);

        int behind(int node) {
            return node < behind.length ? behind[node] : 0;
        }

        int chain(int node) {
            return node < chain.length ? Math.max(1, chain[node]) : 1;
        }

        /// The nodes that a node's box stands for, itself first.
        List<Integer> chainOf(Tree tree, int node) {
            var all = new ArrayList<Integer>();
            int at = node;
            while (at != Tree.NONE) {
                all.add(at);
                at = tree.children(at).stream().filter(inChain::get).findFirst().orElse(Tree.NONE);
            }
            return all;
        }
    }

    /// Opens everything and forgets all wishes but that for chains.
    void reset() {
        openAll();
        fewestVisits = 0;
        bestOnly = false;
    }

    /// Opens what is closed.
    void openAll() {
        closed.clear();
        wanted = List.of();
    }

    boolean isClosed(int node) {
        return closed.get(node);
    }

    void setClosed(int node, boolean close) {
        closed.set(node, close);
        wanted = List.of();
    }

    /// Shows the way to a node whatever else was chosen.
    ///
    /// @param path from the root to the node
    void show(List<Integer> path) {
        path.subList(0, Math.max(0, path.size() - 1)).forEach(closed::clear);
        wanted = List.copyOf(path);
    }

    int fewestVisits() {
        return fewestVisits;
    }

    /// @param visits nodes with fewer are not drawn
    void setFewestVisits(int visits) {
        fewestVisits = Math.max(0, visits);
    }

    boolean isBestOnly() {
        return bestOnly;
    }

    void setBestOnly(boolean only) {
        bestOnly = only;
    }

    boolean isChains() {
        return chains;
    }

    void setChains(boolean fold) {
        chains = fold;
    }

    boolean isActive() {
        return chains || bestOnly || fewestVisits > 0 || !closed.isEmpty();
    }

    /// @param best nodes of the lines that stand out
    /// @param plain whether a node may vanish in a chain: nothing about it needs to be seen
    Folded of(Tree tree, BitSet best, IntPredicate plain) {
        if (!isActive() || tree.size() == 0) {
            return Folded.NONE;
        }
        var hidden = filtered(tree, best);
        var inChain = chains ? chained(tree, hidden, plain) : new BitSet();
        hidden.or(inChain);
        var behind = new int[tree.size()];
        var chain = new int[tree.size()];
        var seat = new int[tree.size()];
        for (int node = 1; node < seat.length; node++) {
            seat[node] = hidden.get(node) ? seat[tree.parent(node)] : node;
            if (inChain.get(node)) {
                chain[seat[node]] = Math.max(1, chain[seat[node]]) + 1;
            } else if (hidden.get(node)) {
                behind[seat[node]]++;
            }
        }
        return new Folded(hidden, inChain, behind, chain);
    }

    private BitSet filtered(Tree tree, BitSet best) {
        var kept = Lines.set(wanted.stream().filter(node -> node < tree.size()).toList());
        var hidden = new BitSet(tree.size());
        for (int node = 1; node < tree.size(); node++) {
            int parent = tree.parent(node);
            boolean unwanted = bestOnly && !best.get(node) || tree.visits(node) < fewestVisits;
            if (hidden.get(parent) || closed.get(parent) || unwanted && !kept.get(node)) {
                hidden.set(node);
            }
        }
        return hidden;
    }

    /// Plain steps that follow a plain step as its only child, where at least three stand in a row.
    private BitSet chained(Tree tree, BitSet hidden, IntPredicate plain) {
        var children = new int[tree.size()];
        for (int node = 1; node < children.length; node++) {
            children[tree.parent(node)] += hidden.get(node) ? 0 : 1;
        }
        var place = new int[children.length];
        for (int node = 1; node < place.length; node++) {
            int parent = tree.parent(node);
            boolean goesOn = isLink(tree, parent, plain) && isLink(tree, node, plain) && children[parent] == 1;
            place[node] = hidden.get(node) ? 0 : goesOn ? place[parent] + 1 : 1;
        }
        var inChain = new BitSet();
        var length = place.clone();
        for (int node = place.length - 1; node > 0; node--) {
            if (place[node] > 1) {
                length[tree.parent(node)] = Math.max(length[tree.parent(node)], length[node]);
                inChain.set(node, length[node] >= LONG_CHAIN);
            }
        }
        return inChain;
    }

    private boolean isLink(Tree tree, int node, IntPredicate plain) {
        return node != Tree.ROOT
                && tree.kind(node) == NodeKind.STEP
                && !tree.isTerminal(node)
                && !closed.get(node)
                && plain.test(node);
    }
}
