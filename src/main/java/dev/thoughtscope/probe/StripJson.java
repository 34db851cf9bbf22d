package dev.thoughtscope.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A strip as JSON. Gains and entropies in nats, likelihoods as mean nats a measured token; what is not measured is
/// null.
public final class StripJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StripJson() {}

    public static String of(StripResult result) {
        var root = JSON.createObjectNode();
        var tokens = root.putArray("tokens");
        for (var position : result.positions()) {
            token(tokens.addObject(), position);
        }
        var summary = result.summary();
        number(root, "baseNll", summary.baseNll());
        number(root, "thoughtNll", summary.thoughtNll());
        number(root, "mixedNll", summary.mixedNll());
        number(root, "mixWeight", summary.mixWeight());
        root.put("decodeCalls", result.decodeCalls());
        root.put("elapsedMs", result.elapsedMillis());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void token(ObjectNode token, Position position) {
        token.put("index", position.index());
        token.put("text", position.text());
        token.put("id", position.id());
        number(token, "entropy", position.entropy());
        number(token, "gain", position.gain());
        number(token, "best", position.best());
        var thoughts = token.putArray("thoughts");
        for (var thought : position.thoughts()) {
            number(thoughts.addObject().put("text", thought.text()), "gain", thought.gain());
        }
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
