package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Sampling;

/// The body of a `/completion`, with every setting that would else be the server's own choice.
final class LlamaRequest {
    private static final int PENALTY_WINDOW = 64;

    private LlamaRequest() {}

    /// @param ours whether the server is our own: it scores given tokens and takes all 64 bits of a seed
    static ObjectNode body(GenerateRequest request, boolean ours) {
        var body = Json.object();
        var prompt = ours ? request.prefix() : request.prefix().plus(request.given().toArray());
        Json.putIds(body, "prompt", prompt);
        if (ours) {
            Json.putIds(body, "given", request.given());
            body.put("priority", request.priority());
        }
        body.put("n_predict", request.maxTokens())
                .put("n_probs", ours ? request.top() : Math.max(1, request.top()))
                .put("post_sampling_probs", false)
                .put("return_tokens", true)
                .put("cache_prompt", true)
                .put("stream", true);
        var stops = body.putArray("stop");
        request.stops().forEach(stops::add);
        sampling(request.sampling(), body, ours);
        return body;
    }

    private static void sampling(Sampling sampling, ObjectNode body, boolean ours) {
        body.put("temperature", sampling.temperature())
                .put("top_k", sampling.topK())
                .put("top_p", sampling.topP())
                .put("min_p", sampling.minP())
                .put("typical_p", 1.0)
                .put("repeat_penalty", sampling.repetitionPenalty())
                .put("repeat_last_n", PENALTY_WINDOW)
                .put("presence_penalty", 0.0)
                .put("frequency_penalty", 0.0)
                .put("dry_multiplier", 0.0)
                .put("xtc_probability", 0.0)
                .put("mirostat", 0);
        // llama-server's seeds have 32 bits, and the highest of them asks for a random one
        body.put("seed", ours ? sampling.seed() : Math.floorMod(sampling.seed(), 0xFFFFFFFFL));
        if (!sampling.grammar().isEmpty()) {
            body.put("grammar", sampling.grammar());
        }
        var bias = body.putArray("logit_bias");
        sampling.logitBias().forEach((id, more) -> bias.addArray().add(id).add(more));
    }
}
