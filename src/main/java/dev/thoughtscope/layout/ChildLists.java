package dev.thoughtscope.layout;

/// Children of each node, packed in one array: the heavier first, equal ones in order of their numbers.
final class ChildLists {
    private final int[] start;
    private final int[] child;

    /// @param parent parent of each node, smaller than the node's number; negative for none
    /// @param weight of each node, null for equal ones
    ChildLists(int[] parent, int[] weight) {
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
        if (weight != null) {
            for (int node = 0; node < parent.length; node++) {
                sort(start[node], start[node + 1], weight);
            }
        }
    }

    /// By insertion: lists are short, and in order most of the time.
    private void sort(int from, int to, int[] weight) {
        for (int i = from + 1; i < to; i++) {
            int moved = child[i];
            int at = i;
            while (at > from && weight[child[at - 1]] < weight[moved]) {
                child[at] = child[at - 1];
                at--;
            }
            child[at] = moved;
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
