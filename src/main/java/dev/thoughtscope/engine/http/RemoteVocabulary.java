package dev.thoughtscope.engine.http;

import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Sequence;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The tokens of a llama-server's model, each asked for once at most.
final class RemoteVocabulary {
    private final Transport transport;
    private final Map<Integer, Piece> pieces = new ConcurrentHashMap<>();

    RemoteVocabulary(Transport transport) {
        this.transport = transport;
    }

    /// A token's bytes, as a reply has shown them; control tokens are shown empty there.
    Piece learn(int id, Piece shown) {
        if (shown.length() == 0) {
            return piece(id);
        }
        pieces.put(id, shown);
        return shown;
    }

    /// A token's bytes. Of one that is part of a character llama-server shows U+FFFD, unless a reply has shown more.
    Piece piece(int id) {
        var known = pieces.get(id);
        if (known == null) {
            known = ask(id);
            pieces.putIfAbsent(id, known);
        }
        return known;
    }

    private Piece ask(int id) {
        var body = Json.object().put("with_pieces", true);
        Json.putIds(body, "tokens", Sequence.of(id));
        var reply = transport.post("/detokenize", body);
        var own = reply.path("pieces");
        if (own.size() == 1) {
            return Json.piece(own.get(0));
        }
        if (!reply.path("content").isTextual()) {
            throw transport.failures.nonsense("a token's text");
        }
        return Piece.of(reply.get("content").textValue());
    }

    Sequence tokenize(String text, boolean special, boolean start) {
        var body = Json.object()
                .put("content", text)
                .put("add_special", start)
                .put("parse_special", special)
                .put("with_pieces", true);
        var tokens = transport.post("/tokenize", body).path("tokens");
        if (!tokens.isArray()) {
            throw transport.failures.nonsense("a list of tokens");
        }
        var ids = new int[tokens.size()];
        for (int i = 0; i < ids.length; i++) {
            var token = tokens.get(i);
            ids[i] = token.isObject() ? token.path("id").asInt(-1) : token.asInt(-1);
            if (ids[i] < 0) {
                throw transport.failures.nonsense("a list of tokens");
            }
            if (token.has("piece")) {
                pieces.put(ids[i], Json.piece(token.get("piece")));
            }
        }
        return Sequence.of(ids);
    }
}
