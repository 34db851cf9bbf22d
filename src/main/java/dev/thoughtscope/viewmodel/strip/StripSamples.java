package dev.thoughtscope.viewmodel.strip;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Texts to begin with: something computed, where a thought helps, beside a word that needs none.
public final class StripSamples {
    private static final List<String> OWN = List.of(
            "Ken paid 4 times 13 dollars and 210 dollars more, together 262 dollars. The person is running in the park.",
            "Eva had 172 ribbons, found 384 more and lost 319, so she has 237 left. The person is running in the park.",
            "Of 1120 carrots Laura keeps 868 and 9 friends share the rest, so each gets 28 carrots. The person is running.");
    private static final int MOST = 12;

    private StripSamples() {}

    /// @param heldOut JSON lines with `text`; where it cannot be read, only our own texts are offered
    public static List<String> of(Path heldOut) {
        var texts = new ArrayList<>(OWN);
        if (!Files.isRegularFile(heldOut)) {
            return texts;
        }
        try (var lines = Files.lines(heldOut)) {
            var json = new ObjectMapper();
            for (String line : lines.limit(MOST - OWN.size()).toList()) {
                texts.add(json.readTree(line).path("text").asText());
            }
        } catch (IOException | java.io.UncheckedIOException damaged) {
            LoggerFactory.getLogger(StripSamples.class).warn("sample texts cannot be read from {}", heldOut, damaged);
        }
        return texts;
    }
}
