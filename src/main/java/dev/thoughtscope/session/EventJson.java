package dev.thoughtscope.session;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Event;
import java.io.CharConversionException;
import java.io.IOException;

/// One event as one line of JSON and back, without loss.
///
/// Tokens are arrays, see [TokenJson].
final class EventJson {
    static final int LONGEST_LINE = 4 << 20;
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

    /// @param line UTF-8 without its end
    /// @throws IOException if the line is no event
    static Recorded read(byte[] line) throws IOException {
        try {
            var recorded = JSON.readValue(line, Recorded.class);
            if (recorded == null) {
                throw new IOException("it is null");
            }
            return recorded;
        } catch (JsonProcessingException | CharConversionException broken) {
            throw new IOException("it is no event", broken);
        }
    }

    private static ObjectMapper mapper() {
        var tokens = new SimpleModule();
        tokens.addSerializer(TokenStep.class, new TokenJson.Writer());
        tokens.addDeserializer(TokenStep.class, new TokenJson.Reader());
        tokens.addDeserializer(Event.Paused.class, new PausedReader());
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
                .addModule(tokens)
                .addMixIn(Event.class, Named.class)
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
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
