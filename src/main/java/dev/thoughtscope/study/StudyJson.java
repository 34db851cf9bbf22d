package dev.thoughtscope.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/// A study's own files as JSON and back.
final class StudyJson {
    private static final ObjectMapper JSON = mapper();

    private StudyJson() {}

    /// One line without its end.
    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String writePretty(Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @throws IOException if the text is no such value
    static <T> T read(String text, Class<T> type) throws IOException {
        try {
            var value = JSON.readValue(text, type);
            if (value == null) {
                throw new IOException("it is null");
            }
            return value;
        } catch (JsonProcessingException broken) {
            throw new IOException("it is damaged: " + broken.getOriginalMessage().lines().findFirst().orElse(""), broken);
        }
    }

    /// @param otherwise what holds of fields that texts of earlier versions lack
    /// @throws IOException if the text is no such value
    static <T> T read(String text, Class<T> type, Map<String, Object> otherwise) throws IOException {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                otherwise.forEach((field, value) -> object.putIfAbsent(field, JSON.valueToTree(value)));
                return read(JSON.writeValueAsString(object), type);
            }
        } catch (JsonProcessingException broken) {
            throw new IOException("it is damaged: " + broken.getOriginalMessage().lines().findFirst().orElse(""), broken);
        }
        return read(text, type);
    }

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(16).build());
        return mapper;
    }
}
