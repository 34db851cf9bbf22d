package dev.thoughtscope.viewmodel.strip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeTextTest {
    private static TokenStep token(String text) {
        return new TokenStep(1, Piece.of(text), -1, List.of(), 0, true);
    }

    private static final NodeText NODE =
            new NodeText(3, "How many?", List.of(token("First.")), List.of(token("all:"), token(" 3"), token(" * 12")));

    @Test
    void aThoughtTakesThePlaceOfWhatFollowsIt() {
        assertThat(NODE.text()).isEqualTo("all: 3 * 12");
        assertThat(NODE.branch(1, " (three boxes)")).isEqualTo(new NodeText.Beside(3, "all: (three boxes)"));
        assertThat(NODE.branch(0, "(three boxes)")).isEqualTo(new NodeText.Beside(3, "(three boxes)"));
    }
}
