package dev.thoughtscope.session;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Event;
import java.io.IOException;
import java.util.ArrayList;

/// One event as one line of JSON and back, without loss.
///
/// A token is `[id, piece, logProb, entropy, sampled, [[id, piece, logProb], …]]`; a piece is its text, or
/// `{"base64": …}` where its bytes alone are no text.
final class EventJson {
    static final int LONGEST_LINE = 16 << 20;
    private static final int DEEPEST = 16;

    private static final ObjectMapper JSON = mapper();

    private EventJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Named {}

    static String write(Recorded recorded) {
        try {
            return JSON.writeValueAsString(recorded);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @throws IOException if the line is no event
    static Recorded read(String line) throws IOException {
        if (line.length() > LONGEST_LINE) {
            throw new IOException("it is longer than " + LONGEST_LINE + " characters");
        }
        try {
            return JSON.readValue(line, Recorded.class);
        } catch (JsonProcessingException broken) {
            throw new IOException("it is no event", broken);
        }
    }

    private static ObjectMapper mapper() {
        var tokens = new SimpleModule();
        tokens.addSerializer(TokenStep.class, new TokenWriter());
        tokens.addDeserializer(TokenStep.class, new TokenReader());
        tokens.addDeserializer(Event.Paused.class, new PausedReader());
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .addModule(tokens)
                .addMixIn(Event.class, Named.class)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_LINE)
                        .build());
        for (var type : Event.class.getPermittedSubclasses()) {
            mapper.registerSubtypes(new NamedType(type, type.getSimpleName()));
        }
        return mapper;
    }

    private static void writePiece(Piece piece, JsonGenerator out) throws IOException {
        if (piece.isWhole()) {
            out.writeString(piece.text());
        } else {
            out.writeStartObject();
            out.writeBinaryField("base64", piece.bytes());
            out.writeEndObject();
        }
    }

    private static Piece readPiece(JsonNode node) throws IOException {
        return node.isTextual() ? Piece.of(node.textValue()) : Piece.of(node.required("base64").binaryValue());
    }

    /// What an engine does not know is null.
    private static void writeKnown(double number, JsonGenerator out) throws IOException {
        if (Double.isNaN(number)) {
            out.writeNull();
        } else {
            out.writeNumber(number);
        }
    }

    private static double readKnown(JsonNode node) {
        return node.isNull() ? Double.NaN : node.doubleValue();
    }

    private static final class TokenWriter extends JsonSerializer<TokenStep> {
        @Override
        public void serialize(TokenStep step, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            out.writeNumber(step.id());
            writePiece(step.piece(), out);
            writeKnown(step.logProb(), out);
            writeKnown(step.entropy(), out);
            out.writeNumber(step.sampled() ? 1 : 0);
            out.writeStartArray();
            for (var candidate : step.top()) {
                out.writeStartArray();
                out.writeNumber(candidate.id());
                writePiece(candidate.piece(), out);
                out.writeNumber(candidate.logProb());
                out.writeEndArray();
            }
            out.writeEndArray();
            out.writeEndArray();
        }
    }

    private static final class TokenReader extends JsonDeserializer<TokenStep> {
        @Override
        public TokenStep deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(in);
            try {
                var top = new ArrayList<Alternative>();
                for (var candidate : node.required(5)) {
                    top.add(new Alternative(
                            candidate.required(0).intValue(),
                            readPiece(candidate.required(1)),
                            candidate.required(2).doubleValue()));
                }
                return new TokenStep(
                        node.required(0).intValue(),
                        readPiece(node.required(1)),
                        readKnown(node.required(2)),
                        top,
                        readKnown(node.required(3)),
                        node.required(4).intValue() == 1);
            } catch (IllegalArgumentException missing) {
                return context.reportInputMismatch(TokenStep.class, "a token lacks a field");
            }
        }
    }

    /// Logs of earlier versions do not tell the place apart from the sentence.
    private static final class PausedReader extends JsonDeserializer<Event.Paused> {
        @Override
        public Event.Paused deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(in);
            if (!node.path("why").isTextual()) {
                return context.reportInputMismatch(Event.Paused.class, "a pause lacks its reason");
            }
            return new Event.Paused(
                    node.path("why").textValue(),
                    node.path("node").asInt(Event.Paused.BY_HAND.node()),
                    node.path("branch").asInt(Event.Paused.BY_HAND.branch()));
        }
    }
}
