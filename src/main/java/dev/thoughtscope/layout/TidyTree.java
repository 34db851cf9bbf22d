package dev.thoughtscope.layout;

import java.util.Arrays;

/// Tidy positions of a tree across its depth, in linear time.
///
/// Laws: nodes of one depth never overlap; siblings stand in the order of their numbers; a parent stands at the
/// middle of its first and last child. Van der Ploeg, "Drawing non-layered tidy trees in linear time", 2014, of
/// which this is the case with one layer for each depth and nodes of any breadth.
final class TidyTree {
    private static final int NONE = -1;

    private final ChildLists children;
    private final int[] depth;
    private final double[] breadth;
    private final double[] prelim;
    private final double[] mod;
    private final double[] shift;
    private final double[] change;
    private final int[] leftThread;
    private final int[] rightThread;
    private final int[] leftExtreme;
    private final int[] rightExtreme;
    private final double[] leftExtremeMod;
    private final double[] rightExtremeMod;

    private TidyTree(ChildLists children, int[] depth, double[] breadth) {
        int size = breadth.length;
        this.children = children;
        this.depth = depth;
        this.breadth = breadth;
        prelim = new double[size];
        mod = new double[size];
        shift = new double[size];
        change = new double[size];
        leftThread = new int[size];
        rightThread = new int[size];
        leftExtreme = new int[size];
        rightExtreme = new int[size];
        leftExtremeMod = new double[size];
        rightExtremeMod = new double[size];
        Arrays.fill(leftThread, NONE);
        Arrays.fill(rightThread, NONE);
    }

    /// @param breadth room of each node across the depth, the gap to its neighbour included
    /// @return where each node's room begins; a parent's number is smaller than its children's
    static double[] starts(ChildLists children, int[] depth, double[] breadth) {
        var tidy = new TidyTree(children, depth, breadth);
        for (int node = breadth.length - 1; node >= 0; node--) {
            tidy.place(node);
        }
        return tidy.resolve();
    }

    private void place(int node) {
        int count = children.count(node);
        if (count == 0) {
            leftExtreme[node] = node;
            rightExtreme[node] = node;
            return;
        }
        var highest = Lowest.update(depth[leftExtreme[children.first(node)]] + 1, 0, null);
        for (int i = 1; i < count; i++) {
            int end = depth[rightExtreme[children.at(node, i)]] + 1;
            separate(node, i, highest);
            highest = Lowest.update(end, i, highest);
        }
        int first = children.first(node);
        int last = children.at(node, count - 1);
        prelim[node] = (prelim[first] + mod[first] + mod[last] + prelim[last] + breadth[last]) / 2 - breadth[node] / 2;
        leftExtreme[node] = leftExtreme[first];
        leftExtremeMod[node] = leftExtremeMod[first];
        rightExtreme[node] = rightExtreme[last];
        rightExtremeMod[node] = rightExtremeMod[last];
    }

    private void separate(int node, int i, Lowest lowest) {
        int right = children.at(node, i - 1);
        int left = children.at(node, i);
        double rightMods = mod[right];
        double leftMods = mod[left];
        while (right != NONE && left != NONE) {
            if (depth[right] + 1 > lowest.end) {
                lowest = lowest.next;
            }
            double overlap = rightMods + prelim[right] + breadth[right] - (leftMods + prelim[left]);
            if (overlap > 0) {
                leftMods += overlap;
                moveSubtree(node, i, lowest.index, overlap);
            }
            int rightEnd = depth[right];
            int leftEnd = depth[left];
            if (rightEnd <= leftEnd) {
                right = nextRight(right);
                rightMods += right == NONE ? 0 : mod[right];
            }
            if (rightEnd >= leftEnd) {
                left = nextLeft(left);
                leftMods += left == NONE ? 0 : mod[left];
            }
        }
        if (right == NONE && left != NONE) {
            threadLeft(node, i, left, leftMods);
        } else if (right != NONE && left == NONE) {
            threadRight(node, i, right, rightMods);
        }
    }

    private void moveSubtree(int node, int i, int since, double distance) {
        int child = children.at(node, i);
        mod[child] += distance;
        leftExtremeMod[child] += distance;
        rightExtremeMod[child] += distance;
        if (since != i - 1) {
            int between = i - since;
            shift[children.at(node, since + 1)] += distance / between;
            shift[child] -= distance / between;
            change[child] -= distance - distance / between;
        }
    }

    private void threadLeft(int node, int i, int to, double mods) {
        int first = children.first(node);
        int child = children.at(node, i);
        int from = leftExtreme[first];
        leftThread[from] = to;
        double difference = mods - mod[to] - leftExtremeMod[first];
        mod[from] += difference;
        prelim[from] -= difference;
        leftExtreme[first] = leftExtreme[child];
        leftExtremeMod[first] = leftExtremeMod[child];
    }

    private void threadRight(int node, int i, int to, double mods) {
        int child = children.at(node, i);
        int before = children.at(node, i - 1);
        int from = rightExtreme[child];
        rightThread[from] = to;
        double difference = mods - mod[to] - rightExtremeMod[child];
        mod[from] += difference;
        prelim[from] -= difference;
        rightExtreme[child] = rightExtreme[before];
        rightExtremeMod[child] = rightExtremeMod[before];
    }

    private int nextLeft(int node) {
        return children.count(node) == 0 ? leftThread[node] : children.first(node);
    }

    private int nextRight(int node) {
        int count = children.count(node);
        return count == 0 ? rightThread[node] : children.at(node, count - 1);
    }

    private double[] resolve() {
        var starts = new double[breadth.length];
        var sums = new double[breadth.length];
        for (int node = 0; node < breadth.length; node++) {
            double sum = sums[node] + mod[node];
            starts[node] = prelim[node] + sum;
            double each = 0;
            double total = 0;
            for (int i = 0; i < children.count(node); i++) {
                int child = children.at(node, i);
                each += shift[child];
                total += each + change[child];
                mod[child] += total;
                sums[child] = sum;
            }
        }
        return starts;
    }

    /// Siblings by how deep their subtrees reach, so that room gained is shared by those between.
    private record Lowest(int end, int index, Lowest next) {
        static Lowest update(int end, int index, Lowest list) {
            var at = list;
            while (at != null && end >= at.end) {
                at = at.next;
            }
            return new Lowest(end, index, at);
        }
    }
}
