package dev.thoughtscope.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thoughtscope.engine.Sampling;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// Reads sampling settings; what a request leaves out is as with its protocol's own servers.
record Settings(JsonNode body) {
    double number(String name, double otherwise) {
        var node = body.path(name);
        if (!node.isMissingNode() && !node.isNull() && !node.isNumber()) {
            throw new Refusal(400, "\"" + name + "\" is a number.");
        }
        return node.isNumber() ? node.doubleValue() : otherwise;
    }

    int count(String name, int otherwise) {
        double number = number(name, otherwise);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new Refusal(400, "\"" + name + "\" is a whole number.");
        }
        return (int) number;
    }

    /// How many candidates to tell of each token.
    int candidates(String name) {
        int count = count(name, 0);
        if (count < 0 || count > 100) {
            throw new Refusal(400, "\"" + name + "\" lies between 0 and 100.");
        }
        return count;
    }

    /// @throws Refusal if a setting is out of range
    Sampling sampling(double temperature, int topK, double topP, double minP) {
        try {
            return new Sampling(
                    number("temperature", temperature),
                    Math.max(0, count("top_k", topK)),
                    number("top_p", topP),
                    number("min_p", minP),
                    number("repeat_penalty", number("repetition_penalty", 1)),
                    bias(),
                    body.path("grammar").asText(""),
                    seed());
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(400, wrong.getMessage());
        }
    }

    private long seed() {
        var seed = body.path("seed");
        boolean given = seed.isIntegralNumber() && seed.canConvertToLong() && seed.longValue() != -1;
        return given ? seed.longValue() : ThreadLocalRandom.current().nextLong();
    }

    /// As pairs, or as an object of ids; `false` forbids a token.
    private Map<Integer, Double> bias() {
        var bias = new HashMap<Integer, Double>();
        var given = body.path("logit_bias");
        given.properties().forEach(entry -> put(bias, entry.getKey(), entry.getValue()));
        if (given.isArray()) {
            given.forEach(pair -> put(bias, pair.path(0).asText(""), pair.path(1)));
        }
        return bias;
    }

    private static void put(Map<Integer, Double> bias, String id, JsonNode value) {
        try {
            bias.put(Integer.valueOf(id), value.isNumber() ? value.doubleValue() : Double.NEGATIVE_INFINITY);
        } catch (NumberFormatException _) {
            throw new Refusal(400, "\"logit_bias\" goes by token ids.");
        }
    }
}
