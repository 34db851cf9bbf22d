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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// OpenAI's `/v1/completions`, one choice a request.
final class OpenAiFormat implements Format {
    private static final int MAX_TOKENS = 16;

    private final Engine engine;
    private final JsonNode body;
    private final GenerateRequest request;
    private final String id = "cmpl-" + UUID.randomUUID();
    private final long created = System.currentTimeMillis() / 1000;

    OpenAiFormat(Engine engine, JsonNode body) {
        this.engine = engine;
        this.body = body;
        request = read();
    }

    private GenerateRequest read() {
        var settings = new Settings(body);
        if (settings.count("n", 1) != 1 || settings.count("best_of", 1) != 1 || body.path("echo").asBoolean(false)) {
            throw new Refusal(400, "One choice a request, without an echo of the prompt: leave out n, best_of and echo.");
        }
        var prompt = Format.prompt(engine, body.path("prompt"));
        return new GenerateRequest(
                prompt,
                Sequence.EMPTY,
                Format.length(engine, prompt.length(), settings.count("max_tokens", MAX_TOKENS)),
                settings.sampling(1, 0, 1, 0),
                Format.stops(body.path("stop")),
                settings.candidates("logprobs"),
                0);
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
        return reply(text, List.of(step), null);
    }

    @Override
    public List<String> end(Generation generation, String rest) {
        var events = new ArrayList<String>();
        events.add(reply(rest, List.of(), finish(generation)).toString());
        if (body.path("stream_options").path("include_usage").asBoolean(false)) {
            var usage = head();
            usage.putArray("choices");
            usage.set("usage", usage(generation));
            events.add(usage.toString());
        }
        events.add("[DONE]");
        return events;
    }

    @Override
    public JsonNode whole(Generation generation, String text) {
        var reply = reply(text, Completions.shown(generation), finish(generation));
        reply.set("usage", usage(generation));
        return reply;
    }

    private ObjectNode head() {
        return Exchange.object()
                .put("id", id)
                .put("object", "text_completion")
                .put("created", created)
                .put("model", engine.model().name());
    }

    private ObjectNode reply(String text, List<TokenStep> steps, String finish) {
        var reply = head();
        var choice = reply.putArray("choices").addObject().put("index", 0).put("text", text);
        if (request.top() > 0) {
            choice.set("logprobs", scored(steps));
        }
        choice.put("finish_reason", finish);
        return reply;
    }

    private static ObjectNode scored(List<TokenStep> steps) {
        var scored = Exchange.object();
        var tokens = scored.putArray("tokens");
        var logProbs = scored.putArray("token_logprobs");
        var top = scored.putArray("top_logprobs");
        for (var step : steps) {
            tokens.add(name(step.piece()));
            logProbs.add(Double.isFinite(step.logProb()) ? Double.valueOf(step.logProb()) : null);
            var candidates = top.addObject();
            step.top().forEach(one -> candidates.put(name(one.piece()), one.logProb()));
        }
        return scored;
    }

    private static String name(Piece piece) {
        if (piece.isWhole()) {
            return piece.text();
        }
        var name = new StringBuilder("bytes:");
        for (byte one : piece.bytes()) {
            name.append(String.format(Locale.ROOT, "\\x%02x", one & 0xff));
        }
        return name.toString();
    }

    private static String finish(Generation generation) {
        return switch (generation.reason()) {
            case END_TOKEN, STOP_STRING -> "stop";
            case MAX_TOKENS, CONTEXT_FULL, CANCELLED -> "length";
        };
    }

    private static ObjectNode usage(Generation generation) {
        long written = generation.steps().stream().filter(TokenStep::sampled).count();
        long prompt = generation.sharedTokens() + generation.computedTokens() - written;
        var usage = Exchange.object()
                .put("prompt_tokens", prompt)
                .put("completion_tokens", written)
                .put("total_tokens", prompt + written);
        usage.putObject("prompt_tokens_details").put("cached_tokens", generation.sharedTokens());
        return usage;
    }
}
