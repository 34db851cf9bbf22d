package dev.thoughtscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.TreeText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// What a finished run is told as, in text or JSON.
///
/// @param seconds wall time of the search
record RunReport(Tree tree, ModelInfo model, EngineStats stats, double seconds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean hasAnswer() {
        return Outcome.of(tree).winner().isPresent();
    }

    void print(PrintWriter out) {
        out.print(TreeText.of(tree));
        var outcome = Outcome.of(tree);
        out.println();
        for (var votes : outcome.votes()) {
            out.printf(
                    Locale.ROOT,
                    "%s  %d of %d endings, mean value %.3f%n",
                    TreeText.safe(votes.answer()),
                    votes.count(),
                    tree.visits(Tree.ROOT),
                    votes.meanValue());
        }
        outcome.winner().ifPresentOrElse(
                winner -> out.printf(Locale.ROOT, "Answer: %s (value %.3f)%n", TreeText.safe(winner.answer()), winner.meanValue()),
                () -> out.println("No answer was found: give it more rollouts or more tokens a path."));
        out.printf(
                Locale.ROOT,
                "%d rollouts, %d nodes, %d tokens, %d shared, %.2f s, %.0f tokens/s%n",
                tree.simulations(),
                tree.size(),
                stats.generatedTokens(),
                stats.sharedTokens(),
                seconds,
                tokensPerSecond());
        if (tree.hiddenTokens() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d tokens were thought and not shown, beside %d that were%n",
                    tree.hiddenTokens(),
                    stats.generatedTokens());
        }
    }

    String json() {
        var outcome = Outcome.of(tree);
        var root = JSON.createObjectNode();
        var winner = outcome.winner();
        root.put("answer", winner.map(Outcome.Votes::answer).orElse(null));
        root.put("value", winner.map(Outcome.Votes::meanValue).orElse(null));
        chain(root, "chain", winner.map(votes -> tree.path(votes.best())).orElse(outcome.byVisits()));
        chain(root, "chainByVisits", outcome.byVisits());
        chain(root, "chainByValue", outcome.byValue());
        var votes = root.putArray("votes");
        for (var one : outcome.votes()) {
            votes.addObject()
                    .put("answer", one.answer())
                    .put("count", one.count())
                    .put("value", one.meanValue())
                    .put("verdict", one.verdict().name().toLowerCase(Locale.ROOT));
        }
        root.put("rollouts", tree.simulations());
        root.put("nodes", tree.size());
        root.put("generatedTokens", stats.generatedTokens());
        root.put("hiddenTokens", tree.hiddenTokens());
        root.put("computedTokens", stats.computedTokens());
        root.put("sharedPrefixTokens", stats.sharedTokens());
        root.put("elapsedMs", Math.round(seconds * 1000));
        root.put("tokensPerSecond", tokensPerSecond());
        root.put("seed", tree.run().orElseThrow().seed());
        root.putObject("model")
                .put("file", model.file())
                .put("description", model.description())
                .put("parameters", model.parameters());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void chain(ObjectNode root, String name, List<Integer> nodes) {
        var chain = root.putArray(name);
        for (int node : nodes.subList(1, nodes.size())) {
            chain.addObject()
                    .put("text", tree.text(node))
                    .put("value", tree.value(node))
                    .put("visits", tree.visits(node));
        }
    }

    private double tokensPerSecond() {
        return seconds == 0 ? 0 : stats.generatedTokens() / seconds;
    }
}
