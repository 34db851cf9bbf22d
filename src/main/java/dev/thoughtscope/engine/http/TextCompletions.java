package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `/v1/completions`: text goes on from any text.
///
/// The conversation is written by the server's own template where it has a `/tokenize` that takes messages, as vLLM
/// does, and as ChatML elsewhere.
final class TextCompletions implements OpenAiProtocol {
    private final Transport transport;
    private final String model;

    TextCompletions(Transport transport, String model) {
        this.transport = transport;
        this.model = model;
    }

    /// Whether the server writes conversations by the model's own template.
    static boolean hasTemplate(Transport transport, String model) {
        return render(transport, model, List.of(new Engine.Message("user", "1"))).isPresent();
    }

    @Override
    public String path() {
        return "/v1/completions";
    }

    @Override
    public List<String> marks() {
        return ChatMl.MARKS;
    }

    @Override
    public String chat(List<Engine.Message> messages) {
        return render(transport, model, messages).orElseGet(() -> ChatMl.write(messages));
    }

    private static Optional<String> render(Transport transport, String model, List<Engine.Message> messages) {
        var body = Json.object().put("model", model).put("add_generation_prompt", true);
        ChatMl.put(body.putArray("messages"), messages);
        var tokens = transport.look("/tokenize", body).map(reply -> reply.path("tokens"));
        if (tokens.isEmpty() || !tokens.get().isArray() || tokens.get().isEmpty()) {
            return Optional.empty();
        }
        var back = Json.object().put("model", model);
        back.set("tokens", tokens.get());
        return transport.look("/detokenize", back)
                .map(reply -> reply.path("prompt"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    @Override
    public void ask(ObjectNode body, String before, int top) {
        body.put("model", model).put("prompt", before).put("logprobs", Math.clamp(top, 1, MOST_CANDIDATES));
        // a template has put the first token into the text already
        body.put("add_special_tokens", false);
    }

    @Override
    public void read(JsonNode choice, TextSteps steps, Scores scores) {
        var told = choice.path("logprobs");
        var tokens = told.path("tokens");
        var scored = new ArrayList<ScoredText>();
        for (int i = 0; i < tokens.size(); i++) {
            var candidates = new ArrayList<ScoredText>();
            told.path("top_logprobs").path(i).properties().forEach(entry -> candidates.add(new ScoredText(
                    ScoredText.piece(entry.getKey()), Json.logProb(entry.getValue()), List.of())));
            scored.add(new ScoredText(
                    ScoredText.piece(tokens.get(i).asText("")),
                    Json.logProb(told.path("token_logprobs").path(i)),
                    scores.best(candidates)));
        }
        steps.add(choice.path("text").asText(""), scored);
    }
}
