package dev.thoughtscope.layout;

/// Children of each node in order of their numbers, packed in one array.
final class ChildLists {
    private final int[] start;
    private final int[] child;

    /// @param parent parent of each node, smaller than the node's number; -1 for the root
    ChildLists(int[] parent) {
        start = new int[parent.length + 1];
        for (int up : parent) {
            if (up >= 0) {
                start[up + 1]++;
            }
        }
        for (int node = 0; node < parent.length; node++) {
            start[node + 1] += start[node];
        }
        child = new int[start[parent.length]];
        var next = start.clone();
        for (int node = 0; node < parent.length; node++) {
            if (parent[node] >= 0) {
                child[next[parent[node]]++] = node;
            }
        }
    }

    int count(int node) {
        return start[node + 1] - start[node];
    }

    int first(int node) {
        return child[start[node]];
    }

    int at(int node, int index) {
        return child[start[node] + index];
    }
}
