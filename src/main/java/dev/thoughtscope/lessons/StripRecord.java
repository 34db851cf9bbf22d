package dev.thoughtscope.lessons;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thoughtscope.probe.Tint;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// A token strip that was measured before, as the strip's JSON holds it.
///
/// @param tokens of the text in order
public record StripRecord(List<Token> tokens) {
    public static final StripRecord NONE = new StripRecord(List.of());
    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_TOKENS = 4000;
    private static final int DEEPEST = 12;

    public StripRecord {
        tokens = List.copyOf(tokens);
    }

    /// @param gain of a thought before the token, in nats; NaN where it was not measured
    /// @param thought the best one, empty if none
    public record Token(String text, double gain, double entropy, String thought) {}

    /// The colour of each token's gain over an opaque ground, as 0xRRGGBB; the ground itself where nothing was gained.
    public int[] tints(int ground) {
        var scale = Tint.SAFE.scale(tokens.stream().mapToDouble(Token::gain).toArray());
        return tokens.stream().mapToInt(token -> Tint.SAFE.over(ground, token.gain(), scale)).toArray();
    }

    /// @throws IndexOutOfBoundsException if there is no such token
    Token token(int index) {
        return tokens.get(index);
    }

    /// @throws IOException if it is no strip; its message is one sentence
    static StripRecord read(String name, InputStream bytes) throws IOException {
        byte[] all = bytes.readNBytes(MOST_BYTES + 1);
        if (all.length > MOST_BYTES) {
            throw new IOException("The strip " + name + " is larger than " + (MOST_BYTES >> 20) + " MB.");
        }
        var json = JsonMapper.builder().build();
        json.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        try {
            var tokens = new ArrayList<Token>();
            for (var node : json.readTree(all).path("tokens")) {
                if (tokens.size() == MOST_TOKENS) {
                    throw new IOException("The strip " + name + " has more than " + MOST_TOKENS + " tokens.");
                }
                tokens.add(token(node));
            }
            if (tokens.isEmpty()) {
                throw new IOException("The file " + name + " holds no strip: save one from the strip's page as JSON.");
            }
            return new StripRecord(tokens);
        } catch (JsonProcessingException broken) {
            throw new IOException("The strip " + name + " is damaged: it is no JSON.", broken);
        }
    }

    private static Token token(JsonNode node) {
        var thought = node.path("thoughts").path(0).path("text").asText("");
        return new Token(node.path("text").asText(""), number(node.path("gain")), number(node.path("entropy")), thought);
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }
}
