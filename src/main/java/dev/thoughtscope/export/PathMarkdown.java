package dev.thoughtscope.export;

import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.util.Locale;
import java.util.regex.Pattern;

/// The way to a node as Markdown: the question, each step with its value and visits, the answer.
final class PathMarkdown {
    private static final String SPECIAL = "\\`*_{}[]<>#|~$&";

    /// Would begin a list.
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}[.)]");

    private PathMarkdown() {}

    static String of(Tree tree, int node) {
        var text = new StringBuilder("# ").append(escaped(ReadableText.of(tree.text(Tree.ROOT)))).append("\n\n");
        int number = 1;
        for (int step : tree.path(node)) {
            if (step != Tree.ROOT) {
                step(text, tree, step, number++);
            }
        }
        tree.found(node).ifPresent(found -> text.append("\n**Answer: ")
                .append(escaped(found.answer()))
                .append("**")
                .append(found.verdict() == Verdict.RIGHT ? " (right)" : found.verdict() == Verdict.WRONG ? " (wrong)" : "")
                .append('\n'));
        tree.run().ifPresent(run -> {
            text.append("\n---\n\n");
            text.append(String.format(
                    Locale.ROOT, "%d simulations, %d nodes, seed %d", tree.simulations(), tree.size(), run.seed()));
            String model = run.model().getOrDefault("description", "");
            text.append(model.isEmpty() ? "" : ", model " + escaped(model)).append(".\n");
        });
        return text.toString();
    }

    private static void step(StringBuilder text, Tree tree, int step, int number) {
        String lead = switch (tree.kind(step)) {
            case REFLECTION -> "**Reflection:** ";
            case PERSON -> "**A person wrote:** ";
            case ROOT, STEP -> "";
        };
        text.append(number).append(". ").append(lead).append(escaped(ReadableText.of(tree.text(step))));
        boolean valued = tree.kind(step) != NodeKind.REFLECTION || tree.visits(step) > 0;
        if (valued) {
            text.append(String.format(
                    Locale.ROOT, " *(value %.3f, %d visit%s)*", tree.value(step), tree.visits(step), tree.visits(step) == 1 ? "" : "s"));
        }
        tree.finding(step).ifPresent(finding -> {
            if (finding.verdict() == Verdict.WRONG) {
                text.append(" — ✗ ").append(escaped(ReadableText.of(finding.note())));
            }
        });
        text.append('\n');
    }

    /// The text with every sign quoted that Markdown could take for its own.
    static String escaped(String text) {
        var escaped = new StringBuilder();
        var number = NUMBER.matcher(text);
        int point = number.lookingAt() ? number.end() - 1 : -1;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean leads = i == 0 && "+-=".indexOf(letter) >= 0;
            if (leads || i == point || SPECIAL.indexOf(letter) >= 0) {
                escaped.append('\\');
            }
            escaped.append(letter);
        }
        return escaped.toString();
    }
}
