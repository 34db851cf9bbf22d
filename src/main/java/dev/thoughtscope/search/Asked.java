package dev.thoughtscope.search;

import java.util.Arrays;

/// How often each node's children were asked for, read off the branches. Equal answers become one child, so that there
/// may be fewer children than that.
final class Asked {
    private final Tree tree;
    private int[] counts = new int[64];
    private int branchesSeen;

    Asked(Tree tree) {
        this.tree = tree;
    }

    int of(int node) {
        var branches = tree.branches();
        for (; branchesSeen < branches.size(); branchesSeen++) {
            var branch = branches.get(branchesSeen);
            if (branch.purpose() == Event.Purpose.EXPANSION) {
                if (branch.node() >= counts.length) {
                    counts = Arrays.copyOf(counts, Math.max(branch.node() + 1, counts.length * 2));
                }
                counts[branch.node()]++;
            }
        }
        return node < counts.length ? counts[node] : 0;
    }
}
