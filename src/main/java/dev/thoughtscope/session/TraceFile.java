package dev.thoughtscope.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thoughtscope.engine.Engine.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads traces of other systems: text with or without marks around its thought, a reply of an OpenAI-like server, a
/// conversation, or a line of training data.
///
/// JSON is looked through for `choices[0].message` with `reasoning_content` or `reasoning`, its `logprobs` and the
/// `usage`; for `messages`, of which the last user's is the question; for `question`, `prompt` or `instruction` beside
/// `response`, `answer`, `output`, `content` or `text`.
public final class TraceFile {
    private static final long LONGEST = 16 << 20;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxTokenCount(1_000_000)
                    .build())
            .build());

    private TraceFile() {}

    /// @throws IOException if the file cannot be read; its message is one sentence for a person
    /// @throws IllegalArgumentException with a sentence if it holds no trace
    public static Trace read(Path file) throws IOException {
        return parse(text(file));
    }

    /// The text of a file, read with care.
    ///
    /// @throws IOException with a sentence if it is too long or no text
    public static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(Files.isDirectory(file) ? file + " is a folder: choose a file in it." : "There is no file " + file + ".");
        }
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is longer than " + (LONGEST >> 20) + " MB: that is no single trace.");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException notText) {
            throw new IOException(file + " is not UTF-8 text: export the trace as text or JSON.", notText);
        }
    }

    /// @throws IllegalArgumentException with a sentence if the text holds no trace
    public static Trace parse(String text) {
        String whole = text.strip();
        if (whole.startsWith("{") || whole.startsWith("[")) {
            try {
                return of(JSON.readTree(whole));
            } catch (StreamConstraintsException beyond) {
                throw new IllegalArgumentException("This JSON has more parts, or lies deeper, than any reply.", beyond);
            } catch (JsonProcessingException notJson) {
                // A thought may begin with a bracket: then it is text like any other.
            }
        }
        return Trace.of(whole);
    }

    private static Trace of(JsonNode root) {
        JsonNode node = root.isArray() && root.path(0).has("response") ? root.get(0) : root;
        var messages = messages(node);
        JsonNode choice = node.path("choices").path(0);
        JsonNode reply = choice.has("message") ? choice.get("message") : choice.has("text") ? choice : last(node, root);
        String content = content(reply, "content", "response", "output", "text", "answer");
        String reasoning = content(reply, "reasoning_content", "reasoning", "thinking");
        if (content.isBlank() && reasoning.isBlank()) {
            throw new IllegalArgumentException("This JSON holds no reply: there is neither choices[0].message.content nor"
                    + " messages, response or text in it.");
        }
        Trace parts = reasoning.isBlank()
                ? Trace.of(content)
                : new Trace("", List.of(), reasoning.strip(), content.strip(), Trace.APART, true, "", 0, 0);
        int question = lastOf(messages, "user");
        String asked = question >= 0 ? messages.get(question).content() : content(node, "question", "prompt", "instruction");
        return new Trace(
                asked.strip(),
                question > 0 ? messages.subList(0, question) : List.of(),
                parts.thought(),
                parts.answer(),
                parts.source(),
                parts.closed(),
                node.path("model").asText(""),
                node.path("usage").path("completion_tokens_details").path("reasoning_tokens").asLong(0),
                probability(choice));
    }

    /// A conversation's own last reply, or the object itself.
    private static JsonNode last(JsonNode node, JsonNode root) {
        JsonNode list = node.has("messages") ? node.get("messages") : root.isArray() ? root : JSON.createArrayNode();
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).path("role").asText("").equals("assistant")) {
                return list.get(i);
            }
        }
        return node.has("message") ? node.get("message") : node;
    }

    private static List<Message> messages(JsonNode node) {
        JsonNode list = node.has("messages") ? node.get("messages") : node.path("request").path("messages");
        var messages = new ArrayList<Message>();
        for (var message : list.isEmpty() && node.isArray() ? node : list) {
            messages.add(new Message(message.path("role").asText("user"), words(message.path("content"))));
        }
        return messages;
    }

    private static int lastOf(List<Message> messages, String role) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).role().equals(role)) {
                return i;
            }
        }
        return -1;
    }

    private static String content(JsonNode node, String... names) {
        for (String name : names) {
            String words = words(node.path(name));
            if (!words.isBlank()) {
                return words;
            }
        }
        return "";
    }

    /// A text, or the texts of a list of parts.
    private static String words(JsonNode content) {
        if (!content.isArray()) {
            return content.isTextual() ? content.textValue() : "";
        }
        var all = new StringBuilder();
        content.forEach(part -> all.append(part.isTextual() ? part.textValue() : part.path("text").asText("")));
        return all.toString();
    }

    /// Geometric mean over the tokens' probabilities, 0 where none are told.
    private static double probability(JsonNode choice) {
        var logProbs = new ArrayList<Double>();
        choice.path("logprobs").path("content").forEach(token -> logProbs.add(token.path("logprob").asDouble(Double.NaN)));
        choice.path("logprobs").path("token_logprobs").forEach(token -> logProbs.add(token.asDouble(Double.NaN)));
        var mean = logProbs.stream().filter(p -> !Double.isNaN(p)).mapToDouble(Double::doubleValue).average();
        return Optional.of(mean).filter(m -> m.isPresent()).map(m -> Math.exp(m.getAsDouble())).orElse(0.0);
    }
}
