package dev.thoughtscope.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/// A model whose chat template cannot be written is asked in the format whose marks it knows.
class ChatFormatTest {
    /// Knows one control token and no template.
    private record Mute(String control) implements Engine {
        @Override
        public ModelInfo model() {
            return new ModelInfo("mute", "mute", "", 0, 0, 4096, 4096, 0, "", Map.of());
        }

        @Override
        public Sequence tokenize(String text, boolean special, boolean start) {
            return Sequence.of(special && text.equals(control) ? new int[] {1} : new int[text.length() + 1]);
        }

        @Override
        public Piece piece(int token) {
            return Piece.EMPTY;
        }

        @Override
        public String chat(List<Message> messages) {
            throw new EngineException("llama.cpp cannot write this model's chat template.");
        }

        @Override
        public Running start(GenerateRequest request, Consumer<TokenStep> onToken) {
            throw new EngineException("mute");
        }

        @Override
        public EngineStats stats() {
            return EngineStats.ZERO;
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<|im_start|> ~ <|im_start|>user\\n1 + 1?<|im_end|>\\n<|im_start|>assistant\\n ~ ChatML",
                "<|start_header_id|> ~ <|start_header_id|>user<|end_header_id|>\\n\\n1 + 1?<|eot_id|><|start_header_id|>assistant<|end_header_id|>\\n\\n ~ Llama 3",
                "<start_of_turn> ~ <start_of_turn>user\\n1 + 1?<end_of_turn>\\n<start_of_turn>model\\n ~ Gemma",
                "<\uff5cUser\uff5c> ~ <\uff5cUser\uff5c>1 + 1?<\uff5cAssistant\uff5c> ~ DeepSeek",
                "nothing ~ Question: 1 + 1?\\nAnswer: ~ plain text"
            })
    void theMarksOfTheVocabularyTellTheFormat(String control, String text, String format) {
        var prompt = Prompt.of(new Mute(control), Dialect.O1, "1 + 1?");
        assertThat(prompt.text()).isEqualTo(text.replace("\\n", "\n"));
        assertThat(prompt.notice())
                .startsWith("llama.cpp cannot write this model's chat template. The question is put in")
                .contains(format);
    }

    @Test
    void aConversationIsWrittenTurnByTurn() {
        var before = List.of(new Engine.Message("user", "1 + 1?"), new Engine.Message("assistant", "<think>a</think>2"));
        assertThat(Prompt.of(new Mute("<\uff5cUser\uff5c>"), Dialect.DEEPSEEK_R1, before, "2 + 2?").text())
                .isEqualTo("<\uff5cUser\uff5c>1 + 1?<\uff5cAssistant\uff5c>2<\uff5cend\u2581of\u2581sentence\uff5c>"
                        + "<\uff5cUser\uff5c>2 + 2?<\uff5cAssistant\uff5c><think>\n");
    }
}
