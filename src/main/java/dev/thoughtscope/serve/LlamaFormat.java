package dev.thoughtscope.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;

/// llama-server's `/completion`.
///
/// Beyond it: `given`, token ids that are scored and come first, marked so; `priority`; an `entropy` in nats; and
/// each token comes at once, also one that ends inside a character.
final class LlamaFormat implements Format {
    private static final double TEMPERATURE = 0.8;
    private static final int TOP_K = 40;
    private static final double TOP_P = 0.95;
    private static final double MIN_P = 0.05;

    private final Engine engine;
    private final JsonNode body;
    private final GenerateRequest request;

    LlamaFormat(Engine engine, JsonNode body) {
        this.engine = engine;
        this.body = body;
        request = read();
    }

    private GenerateRequest read() {
        var settings = new Settings(body);
        var prefix = Format.prompt(engine, body.path("prompt"));
        var given = body.has("given") ? Texts.ids(body.get("given"), "given") : Sequence.EMPTY;
        int before = prefix.length() + given.length();
        return new GenerateRequest(
                prefix,
                given,
                Format.length(engine, before, settings.count("n_predict", -1)),
                settings.sampling(TEMPERATURE, TOP_K, TOP_P, MIN_P),
                Format.stops(body.path("stop")),
                settings.candidates("n_probs"),
                settings.count("priority", 0));
    }

    @Override
    public GenerateRequest request() {
        return request;
    }

    @Override
    public boolean streams() {
        return body.path("stream").asBoolean(false);
    }

    @Override
    public JsonNode step(TokenStep step, String text) {
        var event = Exchange.object().put("index", 0).put("content", text).put("stop", false);
        event.putArray("tokens").add(step.id());
        if (!step.sampled()) {
            event.put("given", true);
        }
        event.putArray("completion_probabilities").add(scored(step));
        return event;
    }

    private static ObjectNode scored(TokenStep step) {
        var scored = token(step.id(), step.piece(), step.logProb());
        if (!Double.isNaN(step.entropy())) {
            scored.put("entropy", step.entropy());
        }
        var top = scored.putArray("top_logprobs");
        step.top().forEach(one -> top.add(token(one.id(), one.piece(), one.logProb())));
        return scored;
    }

    /// A probability that nobody knows, or of the impossible, is null.
    private static ObjectNode token(int id, Piece piece, double logProb) {
        var token = Exchange.object().put("id", id).put("token", piece.text());
        token.set("bytes", Texts.bytes(piece));
        token.put("logprob", Double.isFinite(logProb) ? Double.valueOf(logProb) : null);
        return token;
    }

    @Override
    public List<String> end(Generation generation, String rest) {
        var last = summary(generation, rest);
        last.putArray("tokens");
        return List.of(last.toString());
    }

    @Override
    public JsonNode whole(Generation generation, String text) {
        var reply = summary(generation, text);
        var tokens = reply.putArray("tokens");
        if (body.path("return_tokens").asBoolean(false)) {
            Completions.shown(generation).forEach(step -> tokens.add(step.id()));
        }
        if (request.top() > 0) {
            var scores = reply.putArray("completion_probabilities");
            Completions.shown(generation).forEach(step -> scores.add(scored(step)));
        }
        return reply;
    }

    private ObjectNode summary(Generation generation, String text) {
        long written = generation.steps().stream().filter(TokenStep::sampled).count();
        var last = Exchange.object()
                .put("index", 0)
                .put("content", text)
                .put("stop", true)
                .put("model", engine.model().name())
                .put("tokens_predicted", written)
                .put("tokens_evaluated", generation.sharedTokens() + generation.computedTokens() - (int) written)
                .put("tokens_cached", generation.sharedTokens())
                .put("truncated", generation.reason() == StopReason.CONTEXT_FULL)
                .put("stop_type", stopType(generation.reason()))
                .put("stopping_word", "");
        last.putObject("timings")
                .put("prompt_n", Math.max(0, generation.computedTokens() - written))
                .put("predicted_n", written);
        return last;
    }

    private static String stopType(StopReason reason) {
        return switch (reason) {
            case END_TOKEN -> "eos";
            case STOP_STRING -> "word";
            case MAX_TOKENS, CONTEXT_FULL -> "limit";
            case CANCELLED -> "none";
        };
    }
}
