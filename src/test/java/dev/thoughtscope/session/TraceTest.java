package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Order;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.TreeText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other systems wrote, as runs.
class TraceTest {
    private static final String RIGHT = "Add first.\n40 + 20 = 60.\n60 + 100 = 160.\n</Thought>\n<Output>The answer is 160.</Output>";

    private static Thinker thinker() {
        return Families.thinker(Dialect.MARCO_O1, RIGHT, "Guess.\n</Thought>\n<Output>120</Output>");
    }

    private static EventLog bring(Trace trace) throws InterruptedException {
        return Script.finished(thinker().bring(trace.withQuestion("How long?"), RunRequest.of("")));
    }

    @Test
    void marksOfEveryKindTellThoughtAndAnswerApart() {
        for (String text : List.of(
                "<think>\na\n</think>\n\nThe answer is 7.",
                "a\n</think>\nThe answer is 7.",
                "<Thought>a</Thought>\n<Output>The answer is 7.</Output>",
                "<Thought>a\n<Output>The answer is 7.",
                "<thinking>a</thinking><answer>The answer is 7.</answer>",
                "a\n\nThe answer is 7.",
                "a\nThe answer is 7.")) {
            var trace = TraceFile.parse(text);
            assertThat(trace.thought()).as(text).isEqualTo("a");
            assertThat(trace.answer()).as(text).isEqualTo("The answer is 7.");
            assertThat(trace.result()).as(text).contains("7");
        }
    }

    @Test
    void aThoughtThatNeverClosesHasNoAnswer() {
        var trace = TraceFile.parse("<think>\non and on\n40 + 20 = 60");
        assertThat(trace.closed()).isFalse();
        assertThat(trace.answer()).isEmpty();
        assertThat(trace.thought()).isEqualTo("on and on\n40 + 20 = 60");
    }

    @Test
    void aReplyWithItsReasoningApart() {
        var trace = TraceFile.parse(
                """
                {"model": "deepseek-reasoner",
                 "choices": [{"message": {"role": "assistant", "reasoning_content": "a\\nb", "content": "The answer is 7."},
                              "logprobs": {"content": [{"token": "The", "logprob": -0.1}, {"token": " answer", "logprob": -0.3}]}}],
                 "usage": {"completion_tokens": 90, "completion_tokens_details": {"reasoning_tokens": 64}}}
                """);
        assertThat(trace.thought()).isEqualTo("a\nb");
        assertThat(trace.answer()).isEqualTo("The answer is 7.");
        assertThat(trace.writer()).isEqualTo("deepseek-reasoner");
        assertThat(trace.hiddenTokens()).isEqualTo(64);
        assertThat(trace.ownProbability()).isCloseTo(Math.exp(-0.2), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(trace.question()).isEmpty();
    }

    @Test
    void aConversationTellsItsQuestion() {
        var trace = TraceFile.parse(
                """
                {"messages": [{"role": "user", "content": "1 + 1?"}, {"role": "assistant", "content": "2"},
                  {"role": "user", "content": [{"type": "text", "text": "How long?"}]},
                  {"role": "assistant", "content": "<think>a</think>7"}]}
                """);
        assertThat(trace.question()).isEqualTo("How long?");
        assertThat(trace.before()).hasSize(2);
        assertThat(trace.answer()).isEqualTo("7");
        var training = TraceFile.parse("{\"instruction\": \"How long?\", \"response\": \"<Thought>\\na\\n</Thought>\\n<Output>\\n7\\n</Output>\"}");
        assertThat(training.question()).isEqualTo("How long?");
        assertThat(training.thought()).isEqualTo("a");
    }

    @Test
    void aTraceBecomesAPathScoredTokenByToken() throws Exception {
        var log = bring(TraceFile.parse("<think>\nAdd first.\n40 + 20 = 60.\nWait, is that right? 60 + 100 = 170.\n</think>\n\nThe answer is 170."));
        var tree = log.fold();
        assertThat(tree.message()).isEqualTo("IMPORTED");
        assertThat(tree.children(Tree.ROOT)).hasSize(1);
        assertThat(tree.size()).isEqualTo(5);
        assertThat(tree.branch(0).purpose()).isEqualTo(Event.Purpose.IMPORT);
        assertThat(tree.tokens(1)).allMatch(token -> !token.sampled() && Math.abs(Math.exp(token.logProb()) - 0.9) < 1e-9);
        assertThat(tree.facts(2).ownValue()).isEqualTo(Confidence.TOP5.meanOfAll(tree.tokens(2)));
        assertThat(tree.generatedTokens()).isZero();
        assertThat(tree.kind(3)).isEqualTo(NodeKind.REFLECTION);
        assertThat(tree.reflection(3).orElseThrow()).isEqualTo(new Event.Reflected(3, "60", "170"));
        assertThat(tree.finding(3).orElseThrow().note()).contains("60 + 100 = 170 is wrong");
        assertThat(tree.found(4).orElseThrow().answer()).isEqualTo("170");
        assertThat(tree.text(4)).isEqualTo("</Thought>\n<Output>The answer is 170.</Output>");
    }

    @Test
    void aPathIsGoneOnWithAndSavedLikeAnyRun(@TempDir Path folder) throws Exception {
        var thinker = thinker();
        var trace = TraceFile.parse("<think>\nAdd first.\n40 + 20 = 60.").withQuestion("How long?");
        var log = Script.finished(thinker.bring(trace, RunRequest.of("")));
        int open = log.fold().size() - 1;
        assertThat(log.fold().isTerminal(open)).isFalse();
        var run = thinker.goOn(log, log.size(), RunRequest.of("").withRollouts(3).withPaused(true));
        run.control().order(new Order.Focus(open));
        run.control().resume();
        var tree = Script.finished(run).fold();
        assertThat(tree.visits(open)).isEqualTo(4);
        assertThat(TreeText.of(tree)).contains("60 + 100 = 160.").contains("= 160");
        LogFile.write(run.log(), folder.resolve("trace.thoughts"));
        assertThat(LogFile.read(folder.resolve("trace.thoughts")).log().fold().sameAs(tree)).isTrue();
    }

    @Test
    void whatTheWriterThoughtUnseenIsCountedAndReplayed(@TempDir Path folder) throws Exception {
        var log = bring(TraceFile.parse(
                "{\"choices\": [{\"message\": {\"content\": \"The answer is 7.\"}}],"
                        + " \"usage\": {\"completion_tokens_details\": {\"reasoning_tokens\": 64}}}"));
        assertThat(log.fold().hiddenTokens()).isEqualTo(64);
        assertThat(log.fold().generatedTokens()).isZero();
        LogFile.write(log, folder.resolve("hidden.thoughts"));
        assertThat(LogFile.read(folder.resolve("hidden.thoughts")).log().fold().sameAs(log.fold())).isTrue();
    }

    @Test
    void whatDoesNotFitIsLeftOutAndTold() throws Exception {
        var run = thinker().bring(TraceFile.parse("<think>" + "word ".repeat(5000)).withQuestion("How long?"), RunRequest.of(""));
        assertThat(run.notice()).startsWith("Only the first ").contains("of the trace's 5000 tokens");
        assertThat(Script.finished(run).fold().branch(0).tokens()).hasSizeBetween(4000, ScriptedEngine.CONTEXT);
    }

    @Test
    void badInputIsToldInASentence(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> TraceFile.parse("  ")).hasMessageContaining("The trace is empty");
        assertThatThrownBy(() -> TraceFile.parse("{\"a\": 1}")).hasMessageContaining("This JSON holds no reply");
        assertThat(TraceFile.parse("{3, 4} is a set").thought()).isEqualTo("{3, 4} is a set");
        assertThatThrownBy(() -> TraceFile.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> TraceFile.read(folder.resolve("none"))).hasMessageContaining("There is no file");
        Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xc3, 0x28});
        assertThatThrownBy(() -> TraceFile.read(folder.resolve("bytes"))).hasMessageContaining("is not UTF-8 text");
        assertThatThrownBy(() -> thinker().bring(TraceFile.parse("a"), RunRequest.of("")))
                .hasMessageContaining("The question is empty");
    }
}
