package dev.thoughtscope.engine.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class StopMatcherTest {
    @Test
    void findsACharacterSplitAcrossTokens() {
        var matcher = new StopMatcher(List.of("é!"));
        var bytes = "café!".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length - 1; i++) {
            assertThat(matcher.accept(new byte[] {bytes[i]})).isFalse();
        }
        assertThat(matcher.accept(new byte[] {bytes[bytes.length - 1]})).isTrue();
    }

    @Property(tries = 2000)
    void agreesWithASearchInTheWholeText(
            @ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'b') @StringLength(max = 4) String> pieces,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(min = 1, max = 5) String stop) {
        var matcher = new StopMatcher(List.of(stop, "never"));
        var text = new StringBuilder();
        boolean found = false;
        for (var piece : pieces) {
            text.append(piece);
            found |= matcher.accept(piece.getBytes(StandardCharsets.UTF_8));
            assertThat(found).isEqualTo(text.indexOf(stop) >= 0);
        }
    }
}
