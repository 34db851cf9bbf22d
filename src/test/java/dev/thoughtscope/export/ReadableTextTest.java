package dev.thoughtscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTextTest {
    @Test
    void marksAroundThoughtAndAnswerAreLeftOut() {
        assertThat(ReadableText.of("</Thought>\n<Output>The answer is 29.</Output>")).isEqualTo("The answer is 29.");
        assertThat(ReadableText.of("<think>\n\n</think> It is \\boxed{7}.")).isEqualTo("It is 7.");
        assertThat(ReadableText.of("so far<|im_end|>")).isEqualTo("so far");
        assertThat(ReadableText.of("end<｜end▁of▁sentence｜>")).isEqualTo("end");
    }

    @Test
    void whatIsNoMarkStays() {
        assertThat(ReadableText.of("if a < b and b > 3\nthen <b>")).isEqualTo("if a < b and b > 3 then <b>");
    }

    @Test
    void marksAloneAreShown() {
        assertThat(ReadableText.of("</Thought>\n")).isEqualTo("</Thought>");
        assertThat(ReadableText.of(" \n")).isEmpty();
    }
}
