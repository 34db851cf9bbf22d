package dev.thoughtscope.viewmodel;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NewNode;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.session.Recorded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What each node of a run has cost, entry by entry as the run goes on.
///
/// Time between two events is shared equally by the branches that were being written then; pauses count nothing, and
/// time in which nothing was written is nobody's. Sums over all nodes up to a number are kept, so that any moment of
/// the run can be told at once.
final class CostBook {
    private final List<Integer> writing = new ArrayList<>();
    private final BitSet rethinking = new BitSet();
    private long[] branchNanos = {};
    /// Tokens before each branch, of all branches up to it.
    private long[] shared = {};
    private long[] tokens = {};
    private long[] nanos = {};
    private long[] pathTokens = {};
    /// Sums over all nodes up to each, and over those that rethink.
    private long[] tokensTo = {};
    private long[] nanosTo = {};
    private long[] rethinkTokensTo = {};
    private long[] rethinkNanosTo = {};
    private long last;
    private boolean paused;

    CostBook() {
        clear();
    }

    void clear() {
        writing.clear();
        rethinking.clear();
        Arrays.fill(branchNanos, 0);
        last = 0;
        paused = false;
        room(64);
        branchRoom(64);
    }

    /// @param tree that the event has just been applied to
    void applied(Recorded recorded, Tree tree) {
        if (!paused && !writing.isEmpty()) {
            long share = Math.max(0, recorded.nanos() - last) / writing.size();
            writing.forEach(branch -> branchNanos[branch] += share);
        }
        last = recorded.nanos();
        switch (recorded.event()) {
            case Event.BranchStarted started -> {
                paused = false;
                writing.add(started.branch());
                branchRoom(started.branch() + 1);
                branchNanos[started.branch()] = 0;
                shared[started.branch()] =
                        (started.branch() == 0 ? 0 : shared[started.branch() - 1]) + pathTokens(started.node());
            }
            case Event.BranchEnded ended -> writing.remove((Integer) ended.branch());
            case Event.NodesAdded added -> added.nodes().forEach(node -> note(node, tree));
            case Event.Paused _ -> paused = true;
            case Event.Resumed _, Event.Selected _ -> paused = false;
            case Event.Finished _, Event.Failed _ -> writing.clear();
            default -> {
                // Everything else costs nothing.
            }
        }
    }

    private void note(NewNode added, Tree tree) {
        int node = added.id();
        var span = added.span();
        room(node + 1);
        int all = tree.branch(span.branch()).tokens().size();
        tokens[node] = tree.tokens(span).stream().filter(TokenStep::sampled).count();
        nanos[node] = all == 0 ? 0 : branchNanos[span.branch()] * span.length() / all;
        pathTokens[node] = pathTokens(added.parent()) + span.length();
        boolean again = added.kind() == NodeKind.REFLECTION || rethinking.get(added.parent());
        rethinking.set(node, again);
        tokensTo[node] = tokensTo[node - 1] + tokens[node];
        nanosTo[node] = nanosTo[node - 1] + nanos[node];
        rethinkTokensTo[node] = rethinkTokensTo[node - 1] + (again ? tokens[node] : 0);
        rethinkNanosTo[node] = rethinkNanosTo[node - 1] + (again ? nanos[node] : 0);
    }

    private void branchRoom(int size) {
        if (branchNanos.length < size) {
            branchNanos = Arrays.copyOf(branchNanos, 2 * size);
            shared = Arrays.copyOf(shared, 2 * size);
        }
    }

    private void room(int size) {
        if (tokens.length < size) {
            tokens = Arrays.copyOf(tokens, 2 * size);
            nanos = Arrays.copyOf(nanos, 2 * size);
            pathTokens = Arrays.copyOf(pathTokens, 2 * size);
            tokensTo = Arrays.copyOf(tokensTo, 2 * size);
            nanosTo = Arrays.copyOf(nanosTo, 2 * size);
            rethinkTokensTo = Arrays.copyOf(rethinkTokensTo, 2 * size);
            rethinkNanosTo = Arrays.copyOf(rethinkNanosTo, 2 * size);
        }
    }

    private long pathTokens(int node) {
        return node < pathTokens.length ? pathTokens[node] : 0;
    }

    /// Tokens that the model chose for the node's own text.
    long tokens(int node) {
        return node < tokens.length ? tokens[node] : 0;
    }

    /// Nanoseconds of the model's work on the node's own text.
    long nanos(int node) {
        return node < nanos.length ? nanos[node] : 0;
    }

    /// Whether the node is a reflection, or comes after one.
    boolean isRethinking(int node) {
        return rethinking.get(node);
    }

    /// What nodes below a number have cost in all, or only those that rethink.
    Cost upTo(int nodes, boolean rethinkingOnly) {
        if (nodes < 2 || nodes > tokensTo.length) {
            return new Cost(0, 0);
        }
        return rethinkingOnly
                ? new Cost(rethinkTokensTo[nodes - 1], rethinkNanosTo[nodes - 1])
                : new Cost(tokensTo[nodes - 1], nanosTo[nodes - 1]);
    }

    /// Tokens on the way to where the first so many branches began.
    long shared(int branches) {
        return branches == 0 || branches > shared.length ? 0 : shared[branches - 1];
    }

    record Cost(long tokens, long nanos) {}
}
