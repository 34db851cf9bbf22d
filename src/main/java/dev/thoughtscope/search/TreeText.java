package dev.thoughtscope.search;

import java.util.List;
import java.util.Locale;

/// A tree as lines of text, for terminals and tests.
public final class TreeText {
    private static final int LONGEST = 72;

    private final Tree tree;
    private final boolean numbered;
    private final List<Integer> chain;
    private final StringBuilder text = new StringBuilder();

    private TreeText(Tree tree, boolean numbered) {
        this.tree = tree;
        this.numbered = numbered;
        this.chain = Outcome.of(tree).byVisits();
    }

    /// One line a node: value, visits, marks, text. Depth is drawn with lines.
    ///
    /// Marks: `*` on the chain of most visits, `~` a reflection, `@` a person's text, `✗` a wrong equation, `= answer` at an end.
    public static String of(Tree tree) {
        return new TreeText(tree, false).lines();
    }

    /// As [#of], with each node's id before it.
    public static String numbered(Tree tree) {
        return new TreeText(tree, true).lines();
    }

    private String lines() {
        if (tree.size() > 0) {
            append(Tree.ROOT, "", "");
        }
        return text.toString();
    }

    private void append(int node, String lead, String below) {
        text.append(lead).append(numbered ? "#" + node + " " : "").append(line(tree, node, chain.contains(node)));
        text.append('\n');
        for (int child = tree.firstChild(node); child != Tree.NONE; child = tree.nextSibling(child)) {
            boolean last = tree.nextSibling(child) == Tree.NONE;
            append(child, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
        }
    }

    private static String line(Tree tree, int node, boolean onChain) {
        String mark =
                switch (tree.kind(node)) {
                    case REFLECTION -> "~ ";
                    case PERSON -> "@ ";
                    case ROOT, STEP -> "";
                };
        mark = tree.isBanned(node) ? "(left out) " + mark : mark;
        String answer = tree.found(node)
                .map(found -> "  = " + safe(found.answer()) + mark(found.verdict()))
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

    /// Text from a model or a file without what would steer a terminal: control characters become U+FFFD.
    public static String safe(String text) {
        return text.replaceAll("\\p{Cc}", "\uFFFD");
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> " (right)";
            case WRONG -> " (wrong)";
            case UNKNOWN -> "";
        };
    }

    private static String shortened(String text) {
        String line = safe(text.strip().replaceAll("\\s*\\R\\s*", " ⏎ "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
