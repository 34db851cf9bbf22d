package dev.thoughtscope.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.Piece;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextHoldTest {
    @Test
    void charactersComeWhole() {
        var hold = new TextHold(List.of());
        var bytes = "aé🎈三b".getBytes(StandardCharsets.UTF_8);
        var text = new StringBuilder();
        for (byte one : bytes) {
            String more = hold.add(Piece.of(new byte[] {one}));
            assertThat(more).doesNotContain("\uFFFD");
            text.append(more);
        }
        assertThat(text.append(hold.rest())).hasToString("aé🎈三b");
    }

    @Test
    void aStopStringAndWhatFollowsAreLeftOut() {
        var hold = new TextHold(List.of("END", "\n\n"));
        assertThat(hold.add(Piece.of("one E"))).isEqualTo("one ");
        assertThat(hold.add(Piece.of("N"))).isEmpty();
        assertThat(hold.add(Piece.of("T EN"))).isEqualTo("ENT ");
        assertThat(hold.add(Piece.of("D more"))).isEmpty();
        assertThat(hold.add(Piece.of("more"))).isEmpty();
        assertThat(hold.rest()).isEmpty();
    }

    @Test
    void whatWasHeldInVainComesAtTheEnd() {
        var hold = new TextHold(List.of("END"));
        assertThat(hold.add(Piece.of("EN"))).isEmpty();
        assertThat(hold.rest()).isEqualTo("EN");
    }
}
