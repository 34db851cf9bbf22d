package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Tree;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a breakpoint holds the search, and where.
///
/// @param why a sentence, empty while nothing is held
/// @param node the node concerned, -1 for none
/// @param branch what is being written there, -1 for nothing
/// @param token the last token of the branch, null without one
public record DebuggerHold(String why, int node, int branch, TokenView token) {
    public static final DebuggerHold NONE = new DebuggerHold("", Tree.NONE, -1, null);
    private static final Pattern NODE = Pattern.compile("\\b[Nn]ode (\\d{1,9})\\b");
    private static final Pattern BRANCH = Pattern.compile("\\b[Bb]ranch (\\d{1,9})\\b");

    public boolean isHeld() {
        return !why.isEmpty();
    }

    /// Logs of earlier versions tell the place in the sentence alone.
    ///
    /// @param best the node that holds the best answer, -1 for none
    static DebuggerHold of(
            Event.Paused paused, Tree tree, int best, ToDoubleFunction<dev.thoughtscope.engine.TokenStep> confidence) {
        String why = paused.why();
        boolean told = paused.node() >= 0 || paused.branch() >= 0;
        int branch = told ? paused.branch() : number(BRANCH.matcher(why), tree.branches().size());
        if (branch >= 0) {
            var tokens = tree.branch(branch).tokens();
            var last = tokens.isEmpty() ? null
                    : new TokenViews(confidence).of(List.of(tokens.getLast())).getFirst();
            return new DebuggerHold(why, tree.branch(branch).node(), branch, last);
        }
        if (told) {
            return new DebuggerHold(why, paused.node(), -1, null);
        }
        int node = number(NODE.matcher(why), tree.size());
        return new DebuggerHold(why, node >= 0 ? node : guess(why, tree, best), -1, null);
    }

    private static int number(Matcher matcher, int end) {
        int number = matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
        return number < end ? number : -1;
    }

    /// Sentences without a number tell of the newest node of their kind.
    private static int guess(String why, Tree tree, int best) {
        if (why.contains("best answer")) {
            return best;
        }
        boolean reflection = why.contains("think again");
        int deepest = Tree.NONE;
        for (int node = tree.size() - 1; node > Tree.ROOT; node--) {
            if (reflection && tree.kind(node) == NodeKind.REFLECTION) {
                return node;
            }
            if (deepest == Tree.NONE || tree.depth(node) > tree.depth(deepest)) {
                deepest = node;
            }
        }
        return deepest;
    }
}
