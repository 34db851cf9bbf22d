package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Sequence;
import java.io.IOException;

/// JSON from strangers, bounded; and the shapes that both protocols share.
final class Json {
    private static final int DEEPEST = 64;

    static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(EventStream.LONGEST_LINE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode read(String text) throws IOException {
        return MAPPER.readTree(text);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static void putIds(ObjectNode into, String name, Sequence tokens) {
        var ids = into.putArray(name);
        for (int i = 0; i < tokens.length(); i++) {
            ids.add(tokens.token(i));
        }
    }

    /// A piece as text, or as an array of bytes where these are no text.
    static Piece piece(JsonNode node) {
        if (!node.isArray()) {
            return Piece.of(node.asText(""));
        }
        var bytes = new byte[node.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) node.get(i).asInt();
        }
        return Piece.of(bytes);
    }

    /// A log-probability; servers write null for that of the impossible.
    static double logProb(JsonNode node) {
        return node.isNumber() ? Math.min(0, node.doubleValue()) : Double.NaN;
    }
}
