package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Engine;
import java.util.ArrayList;
import java.util.List;

/// `/v1/chat/completions`: the server writes the conversation by its template, and branches go on from an answer begun.
///
/// vLLM and SGLang are told so by `continue_final_message`; Ollama and LM Studio do it by themselves. Templates
/// that drop earlier thoughts drop them here too.
final class ChatCompletions implements OpenAiProtocol {
    private final String model;

    ChatCompletions(String model) {
        this.model = model;
    }

    @Override
    public String path() {
        return "/v1/chat/completions";
    }

    @Override
    public List<String> marks() {
        return ChatMl.MARKS;
    }

    @Override
    public String chat(List<Engine.Message> messages) {
        return ChatMl.write(messages);
    }

    @Override
    public void ask(ObjectNode body, String before, int top) {
        var messages = new ArrayList<>(ChatMl.read(before));
        boolean begun = !messages.getLast().content().isEmpty();
        if (begun) {
            body.put("add_generation_prompt", false).put("continue_final_message", true);
        } else {
            messages.removeLast();
        }
        ChatMl.put(body.putArray("messages"), messages);
        body.put("model", model).put("logprobs", true).put("top_logprobs", Math.clamp(top, 1, MOST_CANDIDATES));
    }

    @Override
    public void read(JsonNode choice, TextSteps steps, Scores scores) {
        var delta = choice.path("delta");
        var scored = scored(choice.path("logprobs").path("content"), scores);
        String reasoning = delta.path("reasoning_content").asText(delta.path("reasoning").asText(""));
        String content = delta.path("content").asText("");
        if (!reasoning.isEmpty()) {
            steps.thinks();
            steps.add(reasoning, scored);
            scored = List.of();
        }
        if (!content.isEmpty()) {
            steps.answers();
        }
        steps.add(content, scored);
    }

    private static List<ScoredText> scored(JsonNode tokens, Scores scores) {
        var scored = new ArrayList<ScoredText>();
        for (var token : tokens) {
            var candidates = new ArrayList<ScoredText>();
            token.path("top_logprobs").forEach(one -> candidates.add(one(one, List.of())));
            var best = scores.best(candidates);
            scored.add(one(token, best));
        }
        return scored;
    }

    private static ScoredText one(JsonNode token, List<Alternative> top) {
        var piece = token.path("bytes").isArray() && !token.get("bytes").isEmpty()
                ? Json.piece(token.get("bytes"))
                : ScoredText.piece(token.path("token").asText(""));
        return new ScoredText(piece, Json.logProb(token.path("logprob")), top);
    }
}
