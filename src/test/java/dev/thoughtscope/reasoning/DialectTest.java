package dev.thoughtscope.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.ScriptedEngine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Text as each family writes it, whole, broken, and while it still comes.
class DialectTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "marco-o1    ~ 40 + 20 = 60.\\n</Thought>\\n<Output>The answer is 160.</Output> ~ 40 + 20 = 60. ~ The answer is 160. ~ 160",
                "open-o1     ~ Alright.\\n</Thought>\\n<Output>\\nThere are three.\\n</Output> ~ Alright. ~ There are three. ~ There are three",
                "deepseek-r1 ~ 40 + 20 = 60.\\n</think>\\n\\nThus \\boxed{160}. ~ 40 + 20 = 60. ~ Thus \\boxed{160}. ~ 160",
                "deepseek-r1 ~ \\n</think>\\n\\n**160** ~ '' ~ **160** ~ 160",
                "deepseek-r1 ~ <think>\\n\\n</think>\\n\\nThe answer is 7. ~ '' ~ The answer is 7. ~ 7",
                "qwq         ~ First 40. Then 60.\\n\\n**Final Answer**\\n\\n\\boxed{160} ~ '' ~ First 40. Then 60.\\n\\n**Final Answer**\\n\\n\\boxed{160} ~ 160",
                "o1          ~ The trip takes 160 minutes. ~ '' ~ The trip takes 160 minutes. ~ 160",
                "quiet-star  ~ 40 + 20 is<|startofthought|> sixty, 60<|endofthought|> 60, and 100 more<|startofthought|> so 999<|endofthought|> is 160 ~ sixty, 60\\nso 999 ~ 40 + 20 is 60, and 100 more is 160 ~ 160",
                "quiet-star-code ~ a<|startthought|> b<|endthought|> c ~ b ~ a c ~ ''",
                "chain-of-thought ~ 40 + 20 = 60.\\nThe answer is 60. ~ '' ~ 40 + 20 = 60.\\nThe answer is 60. ~ 60"
            })
    void thoughtAnswerAndResultOfEachFamily(String name, String text, String thought, String spoken, String answer) {
        var dialect = Dialects.named(name).orElseThrow();
        String whole = lines(text);
        assertThat(dialect.marks().thought(whole)).isEqualTo(lines(thought));
        assertThat(dialect.spoken(whole).strip()).isEqualTo(lines(spoken));
        assertThat(Answers.find(dialect, whole).orElse("")).isEqualTo(answer);
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void aMissingClosingMarkLeavesTheAnswerWhereItBegins() {
        assertThat(Dialect.MARCO_O1.spoken("2 + 2 = 4.\n<Output>4")).isEqualTo("4");
        assertThat(Dialect.MARCO_O1.spoken("2 + 2 = 4.\n</Thought>\nIt is 4")).isEqualTo("It is 4");
        assertThat(Dialect.MARCO_O1.marks().thought("2 + 2 = 4.\n<Output>4")).isEqualTo("2 + 2 = 4.");
    }

    @Test
    void aThoughtThatNeverClosesIsAllThatThereIs() {
        assertThat(Dialect.DEEPSEEK_R1.answerPart("on and on")).isEmpty();
        assertThat(Dialect.DEEPSEEK_R1.spoken("<think>on and on")).isEqualTo("on and on");
        assertThat(Dialect.QUIET_STAR.spoken("4<|startofthought|> hm")).isEqualTo("4");
    }

    @Test
    void aRepeatedClosingMarkBeginsOneAnswer() {
        assertThat(Dialect.DEEPSEEK_R1.spoken("a</think>\n</think>\n\n7")).isEqualTo("7");
        assertThat(Dialect.DEEPSEEK_R1.answerPart("a</think>\n</think>\n\n7")).contains(1);
    }

    @Test
    void aThoughtThatIsOpenedAgainIsStillThought() {
        String again = "a</think>\nhm\n<think>\nb";
        assertThat(Dialect.DEEPSEEK_R1.answerPart(again)).isEmpty();
        assertThat(Dialect.DEEPSEEK_R1.spoken(again + "</think>\n\n7")).isEqualTo("7");
        assertThat(Dialect.MARCO_O1.spoken("<Thought>a</Thought>\n<Thought>b</Thought><Output>7</Output>")).isEqualTo("7");
    }

    @Test
    void whileItComesTheAnswerBeginsOnceAndStays() {
        for (var dialect : List.of(Dialect.MARCO_O1, Dialect.OPEN_O1, Dialect.DEEPSEEK_R1)) {
            String end = dialect.thoughtEnd();
            String whole = "40 + 20 < 70\n" + end + "\n" + dialect.answerStart() + "60" + dialect.answerEnd();
            int begins = whole.indexOf(end) + end.length();
            for (int length = 0; length <= whole.length(); length++) {
                var at = dialect.answerPart(whole.substring(0, length));
                assertThat(at.isPresent()).isEqualTo(length >= begins);
                assertThat(at.orElse(whole.indexOf(end))).isEqualTo(whole.indexOf(end));
            }
            assertThat(dialect.isFinished(whole)).isEqualTo(!dialect.answerEnd().isEmpty());
        }
    }

    @Test
    void historyKeepsOnlyWhatWasSaid() {
        var engine = ScriptedEngine.of((_, _) -> List.of());
        var before = List.of(
                new dev.thoughtscope.engine.Engine.Message("user", "1 + 1?"),
                new dev.thoughtscope.engine.Engine.Message("assistant", "<think>\none and one\n</think>\n\nIt is 2."));
        var prompt = Prompt.of(engine, Dialect.DEEPSEEK_R1, before, "And 2 + 2?");
        assertThat(prompt.text()).isEqualTo(
                "<|user|> 1 + 1?\n<|assistant|> It is 2.\n<|user|> And 2 + 2?\n<|assistant|><think>\n");
    }

    @Test
    void deepSeekHasNoSystemMessageAndQwqHasItsOwn() {
        var engine = ScriptedEngine.of((_, _) -> List.of());
        assertThat(Prompt.of(engine, Dialect.DEEPSEEK_R1, "1 + 1?").text()).doesNotContain("<|system|>");
        assertThat(Prompt.of(engine, Dialect.O1, "1 + 1?").text()).doesNotContain("<|system|>");
        assertThat(Prompt.of(engine, Dialect.QWQ, "1 + 1?").text())
                .startsWith("<|system|> You are a helpful and harmless assistant. You are Qwen developed by Alibaba."
                        + " You should think step-by-step.\n");
        assertThat(Prompt.of(engine, Dialect.CHAIN_OF_THOUGHT, "1 + 1?").text()).contains("Think step by step");
    }

    @Test
    void recommendedSamplingIsThatOfTheAuthors() {
        assertThat(Dialect.DEEPSEEK_R1.temperature()).isBetween(0.5, 0.7);
        assertThat(Dialect.DEEPSEEK_R1.sampling().topP()).isEqualTo(0.95);
        assertThat(Dialect.O1.temperature()).isEqualTo(1);
        assertThat(Dialect.QWQ.withFilters(1, 0).sampling()).isEqualTo(new Dialect.Recommended(0.7, 1, 0));
    }
}
