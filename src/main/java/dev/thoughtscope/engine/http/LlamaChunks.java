package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Tokens out of the events of one `/completion`.
///
/// llama-server sends nothing for a token that ends inside a character; the next event then holds more text than
/// its own token. The tokens left out are found again by tokenizing that character, and come unscored.
final class LlamaChunks {
    private final RemoteVocabulary vocabulary;
    private final Failures failures;
    private final int top;
    private final Consumer<TokenStep> out;
    private long shownBytes;
    private long tokenBytes;

    LlamaChunks(RemoteVocabulary vocabulary, Failures failures, int top, Consumer<TokenStep> out) {
        this.vocabulary = vocabulary;
        this.failures = failures;
        this.top = top;
        this.out = out;
    }

    /// @return how it ended, if this was the last event
    Optional<RemoteRun.End> take(JsonNode event) {
        var scores = event.path("completion_probabilities");
        var ids = event.path("tokens");
        int count = Math.max(ids.size(), scores.size());
        boolean last = event.path("stop").asBoolean(false);
        String text = event.path("content").asText("");
        if (count == 0 && !last && !text.isEmpty()) {
            throw failures.nonsense("a completion with token ids: this llama-server is too old");
        }
        for (int i = 0; i < (last ? 0 : count); i++) {
            int id = i < ids.size() ? ids.get(i).asInt(-1) : scores.get(i).path("id").asInt(-1);
            if (id < 0) {
                throw failures.nonsense("a token id");
            }
            token(id, scores.path(i), i == 0 ? text : "", event.path("given").asBoolean(false));
        }
        return last ? Optional.of(end(event)) : Optional.empty();
    }

    private void token(int id, JsonNode score, String text, boolean given) {
        var candidates = candidates(score);
        var piece = vocabulary.piece(id);
        if (!given) {
            boolean replaced = text.indexOf('\uFFFD') >= 0;
            shownBytes += replaced ? piece.length() : text.getBytes(StandardCharsets.UTF_8).length;
            long missing = shownBytes - tokenBytes - piece.length();
            if (missing > 0 && fill(text, (int) missing, id)) {
                return;
            }
            tokenBytes += piece.length();
        }
        double logProb = candidates.isEmpty() && top > 0 ? Double.NaN : Json.logProb(score.path("logprob"));
        double entropy = score.path("entropy").asDouble(Double.NaN);
        out.accept(new TokenStep(id, piece, logProb, candidates, entropy, !given));
    }

    /// Hands over the tokens of the character that `id` completes, those left out before it unscored.
    ///
    /// @return whether `id` itself is among them
    private boolean fill(String text, int missing, int id) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int from = Math.max(0, bytes.length - missing - vocabulary.piece(id).length());
        String character = new String(Arrays.copyOfRange(bytes, from, bytes.length), StandardCharsets.UTF_8);
        var tokens = vocabulary.tokenize(character, false, false);
        if (!isText(tokens, character)) {
            tokenBytes = shownBytes - vocabulary.piece(id).length();
            return false;
        }
        boolean same = tokens.token(tokens.length() - 1) == id;
        for (int i = 0; i < tokens.length() - (same ? 1 : 0); i++) {
            var piece = vocabulary.piece(tokens.token(i));
            tokenBytes += piece.length();
            out.accept(new TokenStep(tokens.token(i), piece, Double.NaN, List.of(), Double.NaN, true));
        }
        return !same;
    }

    private boolean isText(Sequence tokens, String text) {
        var pieces = new ArrayList<Piece>();
        for (int token : tokens.toArray()) {
            pieces.add(vocabulary.piece(token));
        }
        return !pieces.isEmpty() && Piece.join(pieces).equals(text);
    }

    private List<Alternative> candidates(JsonNode score) {
        var candidates = new ArrayList<Alternative>();
        for (var one : score.path("top_logprobs")) {
            double logProb = Json.logProb(one.path("logprob"));
            if (candidates.size() == top || Double.isNaN(logProb)) {
                break;
            }
            int id = one.path("id").asInt(-1);
            var shown = one.path("bytes").isArray() ? Json.piece(one.get("bytes")) : Json.piece(one.path("token"));
            candidates.add(new Alternative(id, vocabulary.learn(id, shown), logProb));
        }
        return candidates;
    }

    private static RemoteRun.End end(JsonNode event) {
        var reason = switch (event.path("stop_type").asText(oldStopType(event))) {
            case "eos" -> StopReason.END_TOKEN;
            case "word" -> StopReason.STOP_STRING;
            default -> event.path("truncated").asBoolean(false) ? StopReason.CONTEXT_FULL : StopReason.MAX_TOKENS;
        };
        int prompt = event.path("tokens_evaluated").asInt(0);
        int computed = event.path("timings").path("prompt_n").asInt(prompt);
        int predicted = event.path("tokens_predicted").asInt(0);
        return new RemoteRun.End(reason, Math.max(0, prompt - computed), computed + predicted);
    }

    /// Before December 2024 the reason was one flag each.
    private static String oldStopType(JsonNode event) {
        if (event.path("stopped_eos").asBoolean(false)) {
            return "eos";
        }
        return event.path("stopped_word").asBoolean(false) ? "word" : "limit";
    }
}
