package dev.thoughtscope.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.List;

/// How one protocol writes a completion: one request's worth.
interface Format {
    /// @throws Refusal if the request asks for what cannot be
    GenerateRequest request();

    boolean streams();

    /// One token of a stream.
    ///
    /// @param text that is certain by now, perhaps of earlier tokens
    JsonNode step(TokenStep step, String text);

    /// The events that end a stream.
    List<String> end(Generation generation, String rest);

    /// The whole reply at once.
    JsonNode whole(Generation generation, String text);

    /// A prompt: text, token ids, or a list of both. Text may hold control tokens written out.
    static Sequence prompt(Engine engine, JsonNode prompt) {
        var tokens = Sequence.EMPTY;
        if (prompt.isTextual()) {
            tokens = engine.tokenize(prompt.textValue(), true, true);
        } else if (prompt.isArray() && prompt.size() > 0 && prompt.get(0).isNumber()) {
            tokens = Texts.ids(prompt, "prompt");
        } else {
            throw new Refusal(400, "The prompt is missing: a text, or a list of token ids.");
        }
        if (tokens.length() == 0) {
            throw new Refusal(400, "The prompt is empty.");
        }
        if (tokens.length() > engine.model().contextLength()) {
            throw new Refusal(400, "The prompt has " + tokens.length() + " tokens, and the context has room for "
                    + engine.model().contextLength() + ".");
        }
        return tokens;
    }

    static List<String> stops(JsonNode stop) {
        var stops = new ArrayList<String>();
        if (stop.isTextual()) {
            stops.add(stop.textValue());
        }
        stop.forEach(one -> stops.add(one.asText("")));
        stops.removeIf(String::isEmpty);
        if (stops.size() > 64) {
            throw new Refusal(400, "A request has 64 stop strings at most.");
        }
        return stops;
    }

    /// Tokens to write: as many as asked for, or as there is room where the request asks for -1.
    static int length(Engine engine, int before, int asked) {
        int room = Math.max(0, engine.model().contextLength() - before);
        return asked < 0 ? room : Math.min(asked, room);
    }
}
