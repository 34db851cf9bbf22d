package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Sampling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One of the two ways to ask an OpenAI-compatible server for text.
interface OpenAiProtocol {
    int MOST_CANDIDATES = 20;

    String path();

    /// Texts that are one token each where control tokens are read.
    List<String> marks();

    /// A conversation as text, up to where the model goes on.
    String chat(List<Engine.Message> messages);

    /// Puts what goes before, and how many candidates to tell, into a request.
    void ask(ObjectNode body, String before, int top);

    /// Reads one choice of an event.
    void read(JsonNode choice, TextSteps steps, Scores scores);

    /// Candidates as tokens of the local vocabulary.
    record Scores(LocalVocabulary vocabulary, int top) {
        Optional<Alternative> candidate(ScoredText token) {
            return Double.isNaN(token.logProb())
                    ? Optional.empty()
                    : Optional.of(new Alternative(vocabulary.id(token.piece()), token.piece(), token.logProb()));
        }

        List<Alternative> best(List<ScoredText> candidates) {
            var best = new ArrayList<Alternative>();
            candidates.forEach(token -> candidate(token).ifPresent(best::add));
            best.sort(Comparator.comparingDouble(Alternative::logProb).reversed());
            return List.copyOf(best.subList(0, Math.min(top, best.size())));
        }
    }

    /// Settings that both ways share; what only some servers know is named only where it is not at rest.
    static void sampling(ObjectNode body, Sampling sampling, int maxTokens) {
        body.put("max_tokens", maxTokens)
                .put("temperature", sampling.temperature())
                .put("top_p", sampling.topP())
                .put("seed", Math.floorMod(sampling.seed(), (long) Integer.MAX_VALUE))
                .put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        if (sampling.topK() > 0) {
            body.put("top_k", sampling.topK());
        }
        if (sampling.minP() > 0) {
            body.put("min_p", sampling.minP());
        }
        if (sampling.repetitionPenalty() != 1) {
            body.put("repetition_penalty", sampling.repetitionPenalty());
        }
    }
}
