package dev.thoughtscope.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// One request and its reply, in JSON or as a stream of events. Belongs to one thread.
final class Exchange {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final HttpExchange http;
    private final int longestBody;
    private OutputStream events;

    Exchange(HttpExchange http, int longestBody) {
        this.http = http;
        this.longestBody = longestBody;
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// @throws Refusal if it is too long or no JSON object
    JsonNode body() throws IOException {
        var bytes = http.getRequestBody().readNBytes(longestBody + 1);
        if (bytes.length > longestBody) {
            throw new Refusal(413, "A request holds " + longestBody + " bytes at most.");
        }
        try {
            var json = MAPPER.readTree(bytes);
            if (json == null || !json.isObject()) {
                throw new Refusal(400, "The request is no JSON object.");
            }
            return json;
        } catch (JsonProcessingException _) {
            throw new Refusal(400, "The request is no JSON.");
        }
    }

    void reply(int status, JsonNode json) throws IOException {
        var bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        if (status == 429) {
            http.getResponseHeaders().set("Retry-After", "1");
        }
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
    }

    /// Tells an error, as an event if the reply has begun.
    void refuse(int status, String sentence) throws IOException {
        var json = object();
        json.putObject("error")
                .put("code", status)
                .put("message", sentence)
                .put("type", status >= 500 ? "server_error" : status == 401 ? "authentication_error" : "invalid_request_error");
        if (events == null) {
            reply(status, json);
        } else {
            event(json.toString());
            flush();
        }
    }

    void beginEvents() throws IOException {
        http.getResponseHeaders().set("Content-Type", "text/event-stream");
        http.getResponseHeaders().set("Cache-Control", "no-store");
        http.sendResponseHeaders(200, 0);
        events = http.getResponseBody();
    }

    void event(String data) throws IOException {
        events.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    /// A line that says nothing; it fails if nobody listens any more.
    void beat() throws IOException {
        events.write(":\n\n".getBytes(StandardCharsets.UTF_8));
        flush();
    }

    void flush() throws IOException {
        events.flush();
    }
}
