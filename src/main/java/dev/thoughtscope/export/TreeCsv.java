package dev.thoughtscope.export;

import dev.thoughtscope.search.Tree;
import java.util.Locale;

/// A tree as comma-separated values (RFC 4180), one node a line; what is not known is empty.
final class TreeCsv {
    private static final String HEAD =
            "node,parent,depth,kind,visits,value,own_value,prior,terminal,answer,verdict,check,tokens,left_out,text\r\n";

    private TreeCsv() {}

    static String of(Tree tree) {
        var csv = new StringBuilder(HEAD);
        for (int node = 0; node < tree.size(); node++) {
            line(csv, tree, node);
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, Tree tree, int node) {
        boolean root = node == Tree.ROOT;
        csv.append(node).append(',');
        csv.append(root ? "" : tree.parent(node)).append(',');
        csv.append(tree.depth(node)).append(',');
        csv.append(lower(tree.kind(node))).append(',');
        csv.append(tree.visits(node)).append(',');
        csv.append(root && tree.visits(node) == 0 ? "" : number(tree.value(node))).append(',');
        csv.append(root ? "" : number(tree.facts(node).ownValue())).append(',');
        csv.append(root ? "" : number(tree.prior(node))).append(',');
        csv.append(tree.isTerminal(node)).append(',');
        csv.append(tree.found(node).map(found -> quoted(found.answer())).orElse("")).append(',');
        csv.append(tree.found(node).map(found -> lower(found.verdict())).orElse("")).append(',');
        csv.append(tree.finding(node).map(finding -> lower(finding.verdict())).orElse("")).append(',');
        csv.append(tree.tokens(node).size()).append(',');
        csv.append(tree.isOut(node)).append(',');
        csv.append(quoted(tree.text(node))).append("\r\n");
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "";
    }

    /// A text that a table program would take for a formula is kept from being one by a space before it.
    private static String quoted(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? " " + text : text).replace("\"", "\"\"") + '"';
    }
}
