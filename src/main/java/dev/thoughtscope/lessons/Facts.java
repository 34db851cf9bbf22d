package dev.thoughtscope.lessons;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Selection;
import dev.thoughtscope.search.Tree;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/// What a run, a strip and a table say at the moment of a step: where the figures of a lesson's text are read.
///
/// Values, probabilities and confidences have three decimals, gains in nats two.
public final class Facts {
    private final Tree tree;
    private final StripRecord strip;
    private final Chart chart;
    private final Locale locale;

    /// @param locale of numbers
    public Facts(Tree tree, StripRecord strip, Chart chart, Locale locale) {
        this.tree = tree;
        this.strip = strip;
        this.chart = chart;
        this.locale = locale;
    }

    /// @throws NoSuchElementException with half a sentence if there is no such thing at this moment
    public String read(Figure figure) {
        try {
            return switch (figure.name()) {
                case "token", "confidence", "probability" -> token(figure, token(figure));
                case "other", "otherprobability" -> other(figure);
                case "votes", "meanvalue", "weight" -> votes(figure, answered(figure.arguments().getFirst()));
                case "winner", "expected", "question", "simulations", "nodes", "answers", "tokens" -> whole(figure);
                case "gain", "times", "striptoken", "thought" -> strip(figure, strip.token(figure.number(0)));
                case "share", "right", "tried" -> chart(figure, chart.at(figure.number(0)));
                default -> node(figure, node(figure.number(0)));
            };
        } catch (IndexOutOfBoundsException missing) {
            throw new NoSuchElementException("there is no " + figure + " at this moment", missing);
        }
    }

    private int node(int node) {
        if (node < 0 || node >= tree.size()) {
            throw new NoSuchElementException("the run has no node " + node + " at this moment");
        }
        return node;
    }

    private String node(Figure figure, int node) {
        return switch (figure.name()) {
            case "value" -> three(tree.value(node));
            case "own" -> three(tree.facts(node).ownValue());
            case "total" -> three(tree.total(node));
            case "visits" -> count(tree.visits(node));
            case "children" -> count(tree.children(node).size());
            case "prior" -> three(tree.prior(node));
            case "bonus" -> bonus(node, 0);
            case "sum" -> bonus(node, tree.value(node));
            case "text" -> tree.text(node).strip().replaceAll("\\s+", " ");
            case "parent" -> String.valueOf(tree.parent(node));
            case "kind" -> tree.kind(node).name().toLowerCase(Locale.ROOT);
            case "answer" -> tree.found(node).map(Tree.Found::answer).orElse("");
            case "verdict" -> verdict(node);
            case "note" -> tree.finding(node).map(finding -> finding.note()).orElse("");
            case "before" -> tree.reflection(node).map(reflection -> reflection.before()).orElse("");
            default -> tree.reflection(node).map(reflection -> reflection.after()).orElse("");
        };
    }

    private String bonus(int node, double value) {
        int parent = tree.parent(node);
        if (parent == Tree.NONE) {
            throw new NoSuchElementException("the root has no bonus");
        }
        double bonus = selection().bonus(tree.visits(parent), tree.visits(node) / tree.samples(node), tree.prior(node));
        return Double.isInfinite(bonus) ? "∞" : three(value + bonus);
    }

    private Selection selection() {
        var settings = tree.run().map(RunInfo::settings).orElseThrow();
        return Selection.named(
                settings.getOrDefault("selection", "uct"), Double.parseDouble(settings.getOrDefault("exploration", "0")));
    }

    private String verdict(int node) {
        var checked = tree.found(node).map(Tree.Found::verdict)
                .or(() -> tree.finding(node).map(finding -> finding.verdict()));
        return checked.map(verdict -> verdict.name().toLowerCase(Locale.ROOT)).orElse("unknown");
    }

    private TokenStep token(Figure figure) {
        return tree.tokens(node(figure.number(0))).get(figure.number(1));
    }

    private String token(Figure figure, TokenStep token) {
        return switch (figure.name()) {
            case "token" -> token.piece().text().strip();
            case "confidence" -> three(Confidence.TOP5.of(token));
            default -> three(Math.exp(token.logProb()));
        };
    }

    private String other(Figure figure) {
        var candidate = token(figure).top().get(figure.number(2));
        return figure.name().equals("other") ? candidate.piece().text().strip() : three(Math.exp(candidate.logProb()));
    }

    private Outcome.Votes answered(String answer) {
        return Outcome.of(tree).votes().stream()
                .filter(votes -> votes.answer().equals(answer))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no simulation has ended in " + answer + " at this moment"));
    }

    private String votes(Figure figure, Outcome.Votes votes) {
        return switch (figure.name()) {
            case "votes" -> count(votes.count());
            case "weight" -> three(votes.weight());
            default -> three(votes.meanValue());
        };
    }

    private String whole(Figure figure) {
        var run = tree.run().orElseThrow(() -> new NoSuchElementException("the step has no run"));
        return switch (figure.name()) {
            case "winner" -> Outcome.of(tree).winner().map(Outcome.Votes::answer).orElse("");
            case "expected" -> run.expected();
            case "question" -> run.question();
            case "simulations" -> count(tree.simulations());
            case "nodes" -> count(tree.size());
            case "answers" -> count(Outcome.of(tree).votes().stream().filter(votes -> votes.count() > 0).count());
            default -> count(tree.generatedTokens());
        };
    }

    private String strip(Figure figure, StripRecord.Token token) {
        return switch (figure.name()) {
            case "gain" -> String.format(locale, "%+.2f", token.gain()).replace('-', '−');
            case "times" -> String.format(locale, "%,.0f", Math.exp(token.gain()));
            case "striptoken" -> token.text().strip();
            default -> token.thought().strip();
        };
    }

    private String chart(Figure figure, Chart.Point point) {
        return switch (figure.name()) {
            case "right" -> count(point.right());
            case "tried" -> count(point.tried());
            default -> String.format(locale, "%.0f %%", 100 * point.share());
        };
    }

    private String three(double value) {
        return Double.isNaN(value) ? "–" : String.format(locale, "%.3f", value);
    }

    private String count(long number) {
        return String.format(locale, "%,d", number);
    }

    /// The text of blocks without its style, figures filled in.
    public String plain(List<Block> blocks) {
        var text = new StringBuilder();
        blocks.forEach(block -> plain(block, text));
        return text.toString().strip();
    }

    private void plain(Block block, StringBuilder into) {
        switch (block) {
            case Block.Paragraph paragraph -> into.append(words(paragraph.text())).append('\n');
            case Block.Items items -> items.items().forEach(item -> into.append(plain(item)).append('\n'));
            case Block.Quote quote -> into.append(plain(quote.text())).append('\n');
            case Block.Code code -> into.append(words(code.text())).append('\n');
            case Block.Table table ->
                table.rows().forEach(row -> row.forEach(cell -> into.append(words(cell)).append('\t')));
        }
    }

    public String words(List<Block.Inline> inlines) {
        var text = new StringBuilder();
        for (var inline : inlines) {
            text.append(inline instanceof Block.Read read ? read(read.figure()) : ((Block.Words) inline).text());
        }
        return text.toString();
    }
}
