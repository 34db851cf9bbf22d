package dev.thoughtscope.search;

import java.util.List;
import java.util.Locale;

/// A tree as lines of text, for terminals and tests.
public final class TreeText {
    private static final int LONGEST = 72;

    private TreeText() {}

    /// One line a node: value, visits, marks, text. Depth is drawn with lines.
    ///
    /// Marks: `*` on the chain of most visits, `~` a reflection, `✗` a wrong equation, `= answer` at an end.
    public static String of(Tree tree) {
        var text = new StringBuilder();
        if (tree.size() > 0) {
            var chain = Outcome.of(tree).byVisits();
            append(tree, Tree.ROOT, "", "", chain, text);
        }
        return text.toString();
    }

    private static void append(
            Tree tree, int node, String lead, String below, List<Integer> chain, StringBuilder text) {
        text.append(lead).append(line(tree, node, chain.contains(node))).append('\n');
        for (int child = tree.firstChild(node); child != Tree.NONE; child = tree.nextSibling(child)) {
            boolean last = tree.nextSibling(child) == Tree.NONE;
            append(tree, child, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "), chain, text);
        }
    }

    private static String line(Tree tree, int node, boolean onChain) {
        String mark = tree.kind(node) == NodeKind.REFLECTION ? "~ " : "";
        String answer = tree.found(node)
                .map(found -> "  = " + found.answer() + mark(found.verdict()))
                .orElse("");
        boolean wrong = tree.finding(node).filter(finding -> finding.verdict() == Verdict.WRONG).isPresent();
        return String.format(
                Locale.ROOT,
                "%.3f ×%d%s %s%s%s%s",
                tree.value(node),
                tree.visits(node),
                onChain ? " *" : "",
                mark,
                shortened(tree.text(node)),
                wrong ? "  ✗" : "",
                answer);
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> " (right)";
            case WRONG -> " (wrong)";
            case UNKNOWN -> "";
        };
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ⏎ ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
