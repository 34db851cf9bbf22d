package dev.thoughtscope.export;

import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import java.util.HashSet;
import java.util.Locale;

/// A tree as a graph for Graphviz: fill by mean value, width of the lines by prior, form by kind.
final class TreeDot {
    private static final int LINE = 30;
    private static final int LONGEST = 120;

    private TreeDot() {}

    static String of(Tree tree, ExportStyle style) {
        var colours = HeatColours.of(tree, style);
        var best = new HashSet<>(Outcome.of(tree).byVisits());
        var dot = new StringBuilder("digraph thoughts {\n  rankdir=LR;\n");
        dot.append(String.format(
                "  graph [bgcolor=\"%s\"];%n  node [fontname=\"Helvetica\", fontsize=11, style=\"filled,rounded\", shape=box];%n"
                        + "  edge [color=\"#8b949e\", arrowhead=none];%n",
                style.dark() ? "#0d1117" : "#ffffff"));
        for (int node = 0; node < tree.size(); node++) {
            node(dot, tree, node, colours, best.contains(node));
        }
        for (int node = 1; node < tree.size(); node++) {
            dot.append(String.format(
                    Locale.ROOT,
                    "  n%d -> n%d [penwidth=%.2f%s];%n",
                    tree.parent(node),
                    node,
                    0.6 + 3 * Math.clamp(tree.prior(node), 0, 1),
                    best.contains(node) ? ", color=\"#cf222e\"" : ""));
        }
        return dot.append("}\n").toString();
    }

    private static void node(StringBuilder dot, Tree tree, int node, HeatColours colours, boolean best) {
        String shape = tree.found(node).isPresent() ? ", shape=ellipse"
                : tree.kind(node) == NodeKind.REFLECTION ? ", shape=octagon, style=filled"
                : tree.kind(node) == NodeKind.PERSON ? ", shape=note, style=filled" : "";
        boolean plain = tree.visits(node) == 0;
        dot.append(String.format(
                Locale.ROOT,
                "  n%d [label=\"%s\", fillcolor=\"%s\", fontcolor=\"%s\", penwidth=%s%s];%n",
                node,
                label(tree, node),
                plain ? "#eaeef2" : colours.hex(tree.value(node)),
                plain ? "#101418" : colours.ink(tree.value(node)),
                best ? "2.6" : "1",
                shape));
    }

    private static String label(Tree tree, int node) {
        var label = new StringBuilder();
        if (tree.visits(node) > 0) {
            label.append(String.format(Locale.ROOT, "%.3f  ×%d\\n", tree.value(node), tree.visits(node)));
        }
        tree.found(node).ifPresent(found -> label.append("= ").append(escaped(found.answer())).append(verdict(tree, node)).append("\\n"));
        TextLines.of(ReadableText.of(tree.text(node)), LINE, LONGEST / LINE)
                .forEach(line -> label.append(escaped(line)).append("\\n"));
        return label.toString();
    }

    private static String verdict(Tree tree, int node) {
        return switch (tree.found(node).orElseThrow().verdict()) {
            case RIGHT -> " ✓";
            case WRONG -> " ✗";
            case UNKNOWN -> "";
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }
}
