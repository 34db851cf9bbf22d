package dev.thoughtscope.export;

import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.TreeText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A text format that a tree can be written in.
public enum ExportFormat {
    /// The tree as a vector picture.
    SVG("svg"),
    /// A graph for Graphviz.
    DOT("dot"),
    /// One node a line, RFC 4180.
    CSV("csv"),
    JSON("json"),
    /// The way to one node, for people.
    MARKDOWN("md"),
    /// The tree as lines of text.
    TEXT("txt");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /// Of a file's name, without the dot.
    public String ending() {
        return ending;
    }

    /// By the ending of a file's name.
    public static Optional<ExportFormat> of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> lower.endsWith("." + format.ending)).findFirst();
    }

    /// All endings, for a sentence.
    public static String endings() {
        return Arrays.stream(values()).map(format -> "." + format.ending).collect(Collectors.joining(", "));
    }

    /// @throws IllegalArgumentException with a sentence for a person if the tree is empty or has no such node
    public String write(Tree tree, ExportStyle style) {
        if (tree.size() == 0) {
            throw new IllegalArgumentException("The run holds no tree yet: there is nothing to export.");
        }
        int node = style.node() < 0 ? end(tree) : style.node();
        if (node >= tree.size()) {
            throw new IllegalArgumentException(
                    "There is no node " + node + ": the tree has " + tree.size() + ", numbered from 0.");
        }
        return switch (this) {
            case SVG -> TreeSvg.of(tree, style);
            case DOT -> TreeDot.of(tree, style);
            case CSV -> TreeCsv.of(tree);
            case JSON -> TreeJson.of(tree);
            case MARKDOWN -> PathMarkdown.of(tree, node);
            case TEXT -> TreeText.of(tree);
        };
    }

    /// Where the way to the answer ends; without one, the most visited way.
    private static int end(Tree tree) {
        var outcome = Outcome.of(tree);
        return outcome.winner().map(Outcome.Votes::best).orElseGet(() -> outcome.byVisits().getLast());
    }
}
