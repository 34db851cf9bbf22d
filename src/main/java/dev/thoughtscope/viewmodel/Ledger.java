package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Tree;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a run has cost and what for, at the moment that is shown.
///
/// @param tokens that the model chose in all
/// @param entries what they were spent on; together they are all of them
/// @param shared tokens of the ways to where branches began: read once each, not again for each branch; those of the
///     question are not counted
/// @param hidden tokens beside these that the model thought and did not show
public record Ledger(long tokens, Map<Use, Entry> entries, long shared, long hidden) {
    public static final Ledger NONE = new Ledger(0, Map.of(), 0, 0);

    /// What tokens are spent on.
    public enum Use {
        /// The way to the answer.
        CHOSEN,
        /// Reflections and what was thought after them, off that way.
        REFLECTION,
        /// All other nodes.
        LOST,
        /// Written, but part of no node: what was cut off or left behind.
        UNUSED
    }

    /// @param seconds of the model's work, shared by the branches that were written at a time
    public record Entry(long tokens, double seconds) {}

    public Ledger {
        entries = Map.copyOf(entries);
    }

    public Entry entry(Use use) {
        return entries.getOrDefault(use, new Entry(0, 0));
    }

    /// @param end of the way that was chosen, -1 for none
    static Ledger of(Tree tree, CostBook book, int end) {
        if (tree.size() == 0) {
            return NONE;
        }
        var way = new long[2][2];
        for (int node : end < 0 ? List.<Integer>of() : tree.path(end)) {
            var sums = way[book.isRethinking(node) ? 1 : 0];
            sums[0] += book.tokens(node);
            sums[1] += book.nanos(node);
        }
        var all = book.upTo(tree.size(), false);
        var again = book.upTo(tree.size(), true);
        var entries = new EnumMap<Use, Entry>(Use.class);
        entries.put(Use.CHOSEN, entry(way[0][0] + way[1][0], way[0][1] + way[1][1]));
        entries.put(Use.REFLECTION, entry(again.tokens() - way[1][0], again.nanos() - way[1][1]));
        entries.put(
                Use.LOST, entry(all.tokens() - again.tokens() - way[0][0], all.nanos() - again.nanos() - way[0][1]));
        entries.put(Use.UNUSED, entry(Math.max(0, tree.generatedTokens() - all.tokens()), 0));
        return new Ledger(tree.generatedTokens(), entries, book.shared(tree.branches().size()), tree.hiddenTokens());
    }

    private static Entry entry(long tokens, long nanos) {
        return new Entry(tokens, nanos / 1e9);
    }
}
