package dev.thoughtscope.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Sequence;
import java.io.IOException;
import java.util.ArrayList;

/// Texts to tokens and back, and conversations to texts.
final class Texts {
    private final Engine engine;

    Texts(Engine engine) {
        this.engine = engine;
    }

    void tokenize(Exchange exchange) throws IOException {
        var body = exchange.body();
        if (!body.path("content").isTextual()) {
            throw new Refusal(400, "The text to tokenize is missing: \"content\".");
        }
        var tokens = engine.tokenize(
                body.get("content").textValue(),
                body.path("parse_special").asBoolean(true),
                body.path("add_special").asBoolean(false));
        var reply = Exchange.object();
        var list = reply.putArray("tokens");
        for (int token : tokens.toArray()) {
            if (body.path("with_pieces").asBoolean(false)) {
                put(list.addObject().put("id", token), engine.piece(token));
            } else {
                list.add(token);
            }
        }
        exchange.reply(200, reply);
    }

    private static void put(ObjectNode token, Piece piece) {
        token.set("piece", json(piece));
    }

    /// Text, or bytes where these are no text.
    private static JsonNode json(Piece piece) {
        return piece.isWhole() ? Exchange.object().textNode(piece.text()) : bytes(piece);
    }

    static ArrayNode bytes(Piece piece) {
        var list = Exchange.object().arrayNode();
        for (byte one : piece.bytes()) {
            list.add(one & 0xff);
        }
        return list;
    }

    /// As llama-server's; asked `with_pieces` it tells each token's own bytes beside.
    void detokenize(Exchange exchange) throws IOException {
        var body = exchange.body();
        var pieces = new ArrayList<Piece>();
        for (int token : ids(body.path("tokens"), "tokens").toArray()) {
            pieces.add(piece(token));
        }
        var reply = Exchange.object().put("content", Piece.join(pieces));
        if (body.path("with_pieces").asBoolean(false)) {
            var list = reply.putArray("pieces");
            pieces.forEach(piece -> list.add(json(piece)));
        }
        exchange.reply(200, reply);
    }

    private Piece piece(int token) {
        try {
            return engine.piece(token);
        } catch (IndexOutOfBoundsException _) {
            throw new Refusal(400, "Token " + token + " is outside the vocabulary.");
        }
    }

    void applyTemplate(Exchange exchange) throws IOException {
        var messages = new ArrayList<Engine.Message>();
        for (var message : exchange.body().path("messages")) {
            if (!message.path("role").isTextual() || !message.path("content").isTextual()) {
                throw new Refusal(400, "A message has a role and a content, both of them text.");
            }
            messages.add(new Engine.Message(
                    message.get("role").textValue(), message.get("content").textValue()));
        }
        if (messages.isEmpty()) {
            throw new Refusal(400, "There are no messages.");
        }
        exchange.reply(200, Exchange.object().put("prompt", engine.chat(messages)));
    }

    /// @throws Refusal if it is no list of token ids
    static Sequence ids(JsonNode list, String name) {
        if (!list.isArray()) {
            throw new Refusal(400, "\"" + name + "\" is a list of token ids.");
        }
        var ids = new int[list.size()];
        for (int i = 0; i < ids.length; i++) {
            if (!list.get(i).canConvertToInt() || !list.get(i).isIntegralNumber()) {
                throw new Refusal(400, "\"" + name + "\" is a list of token ids.");
            }
            ids[i] = list.get(i).intValue();
        }
        return Sequence.of(ids);
    }
}
