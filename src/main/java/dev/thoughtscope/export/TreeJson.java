package dev.thoughtscope.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;

/// A tree as JSON: what was asked, the answers, and a flat list of nodes that name their parents.
final class TreeJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TreeJson() {}

    static String of(Tree tree) {
        var root = JSON.createObjectNode();
        tree.run().ifPresent(run -> {
            root.put("question", run.question());
            root.put("expected", run.expected().isEmpty() ? null : run.expected());
            root.put("seed", run.seed());
            run.model().forEach(root.putObject("model")::put);
            run.settings().forEach(root.putObject("settings")::put);
        });
        root.put("state", TreeCsv.lower(tree.state()));
        root.put("simulations", tree.simulations());
        root.put("generatedTokens", tree.generatedTokens());
        var outcome = Outcome.of(tree);
        root.put("answer", outcome.winner().map(Outcome.Votes::answer).orElse(null));
        outcome.byVisits().forEach(root.putArray("mostVisitedLine")::add);
        outcome.byValue().forEach(root.putArray("highestValueLine")::add);
        var answers = root.putArray("answers");
        for (var votes : outcome.votes()) {
            answers.addObject()
                    .put("answer", votes.answer())
                    .put("verdict", TreeCsv.lower(votes.verdict()))
                    .put("votes", votes.count())
                    .put("value", votes.meanValue())
                    .put("node", votes.best());
        }
        var nodes = root.putArray("nodes");
        for (int node = 0; node < tree.size(); node++) {
            put(nodes.addObject(), tree, node);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void put(ObjectNode json, Tree tree, int node) {
        json.put("id", node);
        json.put("parent", node == Tree.ROOT ? null : Integer.valueOf(tree.parent(node)));
        json.put("kind", TreeCsv.lower(tree.kind(node)));
        json.put("visits", tree.visits(node));
        json.put("value", tree.value(node));
        json.put("ownValue", tree.facts(node).ownValue());
        json.put("prior", tree.prior(node));
        json.put("terminal", tree.isTerminal(node));
        tree.found(node).ifPresent(found -> {
            json.put("answer", found.answer());
            json.put("verdict", TreeCsv.lower(found.verdict()));
        });
        tree.finding(node).ifPresent(finding -> {
            json.put("check", TreeCsv.lower(finding.verdict()));
            json.put("note", finding.note());
        });
        tree.reflection(node).ifPresent(reflected -> {
            json.put("before", reflected.before());
            json.put("after", reflected.after());
        });
        if (tree.isOut(node)) {
            json.put("leftOut", true);
        }
        json.put("text", tree.text(node));
        var tokens = json.putArray("tokens");
        for (var token : tree.tokens(node)) {
            tokens.addObject()
                    .put("text", token.piece().text())
                    .put("id", token.id())
                    .put("logProb", Double.isFinite(token.logProb()) ? token.logProb() : null);
        }
    }
}
