package dev.thoughtscope.viewmodel.compare;

import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What two runs have in common and what they have not.
///
/// Nodes are twins if they are of the same kind, say the same, and their parents are twins.
///
/// @param twins of the first run's nodes in the second
/// @param firstPart where the first run's line of most visits leaves the other's, -1 if it never does
/// @param secondPart the same in the second run
/// @param settings those that differ
/// @param alike how many settings do not differ
public record Differences(Map<Integer, Integer> twins, int firstPart, int secondPart, List<Setting> settings, int alike) {
    public static final Differences NONE = new Differences(Map.of(), Tree.NONE, Tree.NONE, List.of(), 0);

    public Differences {
        twins = Map.copyOf(twins);
        settings = List.copyOf(settings);
    }

    /// A setting that differs; empty on a side that has none of that name.
    public record Setting(String name, String first, String second) {}

    static Differences of(Tree first, Tree second) {
        if (first.size() == 0 || second.size() == 0) {
            return NONE;
        }
        var twins = twins(first, second);
        int[] parting = parting(first, second, twins);
        var all = settings(first.run().orElseThrow(), second.run().orElseThrow());
        var differing = all.stream().filter(setting -> !setting.first().equals(setting.second())).toList();
        return new Differences(twins, parting[0], parting[1], differing, all.size() - differing.size());
    }

    private static Map<Integer, Integer> twins(Tree first, Tree second) {
        var twins = new HashMap<Integer, Integer>();
        if (!said(first, Tree.ROOT).equals(said(second, Tree.ROOT))) {
            return twins;
        }
        twins.put(Tree.ROOT, Tree.ROOT);
        // A node's number is larger than its parent's, so parents have their twins before their children ask.
        for (int node = 1; node < first.size(); node++) {
            var parent = twins.get(first.parent(node));
            if (parent != null) {
                int twin = childThatSays(second, parent, first.kind(node) + said(first, node), twins);
                if (twin != Tree.NONE) {
                    twins.put(node, twin);
                }
            }
        }
        return twins;
    }

    private static int childThatSays(Tree tree, int parent, String words, Map<Integer, Integer> taken) {
        for (int child = tree.firstChild(parent); child != Tree.NONE; child = tree.nextSibling(child)) {
            if ((tree.kind(child) + said(tree, child)).equals(words) && !taken.containsValue(child)) {
                return child;
            }
        }
        return Tree.NONE;
    }

    private static String said(Tree tree, int node) {
        return tree.text(node).strip().replaceAll("\\s+", " ");
    }

    private static int[] parting(Tree first, Tree second, Map<Integer, Integer> twins) {
        var one = Outcome.of(first).byVisits();
        var other = Outcome.of(second).byVisits();
        int at = 0;
        while (at < one.size() && at < other.size() && other.get(at).equals(twins.get(one.get(at)))) {
            at++;
        }
        return new int[] {at < one.size() ? one.get(at) : Tree.NONE, at < other.size() ? other.get(at) : Tree.NONE};
    }

    private static List<Setting> settings(RunInfo first, RunInfo second) {
        var one = all(first);
        var other = all(second);
        var names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        var settings = new ArrayList<Setting>();
        for (String name : names) {
            settings.add(new Setting(name, one.getOrDefault(name, ""), other.getOrDefault(name, "")));
        }
        return settings;
    }

    private static Map<String, String> all(RunInfo run) {
        var all = new HashMap<>(run.settings());
        all.put("seed", String.valueOf(run.seed()));
        all.put("model", run.model().getOrDefault("name", ""));
        all.put("library", run.model().getOrDefault("library", ""));
        all.put("question", run.question().strip());
        return all;
    }
}
