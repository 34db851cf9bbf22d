package dev.thoughtscope.view.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.viewmodel.DebuggerBreakpoint;
import dev.thoughtscope.viewmodel.DebuggerChange;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The sentences of the debugger.
class HoldWordsTest {
    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
    }

    @AfterEach
    void back() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @Test
    void whatHoldsIsSaidInOwnWords() {
        assertThat(HoldWords.of("Confidence below 0.60 for 3 tokens, up to \"80\" in branch 2."))
                .contains("0.60", "3", "80").doesNotContain("branch");
        assertThat(HoldWords.of("The value of node 1234 has fallen to 0.500, below 0.60.")).contains("1234", "0.500");
        assertThat(HoldWords.of("Node 7 ends in a wrong answer: 120.")).contains("7", "120");
        assertThat(HoldWords.of("Branch 3 has written what matches \"80 = \\d+\".")).contains("80 = \\d+");
        assertThat(HoldWords.of("Something else.")).isEqualTo("Something else.");
    }

    @Test
    void everyChangeAndEveryBreakpointHasItsSentence() {
        for (var kind : DebuggerChange.Kind.values()) {
            assertThat(Words.of(new DebuggerChange(kind, 1234))).isNotBlank().doesNotContain("{");
        }
        for (var kind : DebuggerBreakpoint.Kind.values()) {
            assertThat(BreakpointPanel.sentence(DebuggerBreakpoint.usual(kind))).isNotBlank().doesNotContain("{");
        }
    }
}
