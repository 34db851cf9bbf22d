package dev.thoughtscope.engine.http;

import static dev.thoughtscope.engine.http.StubServer.events;
import static dev.thoughtscope.engine.http.StubServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Servers that replay what vLLM, SGLang, Ollama and the like say.
class OpenAiEngineTest {
    private static final String MODELS =
            "{\"object\":\"list\",\"data\":[{\"id\":\"marco\",\"max_model_len\":4096},{\"id\":\"other\"}]}";
    private static final String USAGE = "{\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":30,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":8},\"completion_tokens_details\":{\"reasoning_tokens\":21}}}";

    private StubServer stub;

    @BeforeEach
    void start() throws IOException {
        stub = new StubServer().on("GET /v1/models", json(MODELS));
    }

    @AfterEach
    void stop() throws IOException {
        stub.close();
    }

    private static String text(String text, String tokens, String logProbs, String top) {
        return "{\"choices\":[{\"index\":0,\"text\":\"" + text + "\",\"logprobs\":{\"tokens\":" + tokens
                + ",\"token_logprobs\":" + logProbs + ",\"top_logprobs\":" + top + "},\"finish_reason\":null}]}";
    }

    private static String chat(String delta, String logProbs) {
        return "{\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"logprobs\":" + logProbs + ",\"finish_reason\":null}]}";
    }

    private static String finish(String reason) {
        return "{\"choices\":[{\"index\":0,\"text\":\"\",\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
    }

    private Generation generate(Engine engine, String before, String... stops) throws InterruptedException {
        var prefix = engine.tokenize(before, true, true);
        return engine.start(GenerateRequest.sample(prefix, 20, Sampling.at(0.5, 3), List.of(stops)), _ -> {}).await();
    }

    @Test
    void completionsGiveTokensWithTheirProbabilities() throws InterruptedException {
        stub.on("POST /v1/completions", events(
                text(" two", "[\" two\"]", "[-0.1]", "[{\" two\":-0.1,\" too\":-2.5}]"),
                text("\\n", "[\"\\n\"]", "[-0.2]", "[{\"\\n\":-0.2}]"),
                finish("stop"), USAGE, "[DONE]"));
        try (var engine = Servers.open(stub.url() + "/v1/completions", ServerOptions.DEFAULT)) {
            assertThat(engine.model().contextLength()).isEqualTo(4096);
            var done = generate(engine, "one,");
            assertThat(done.reason()).isEqualTo(StopReason.END_TOKEN);
            assertThat(done.steps()).extracting(TokenStep::logProb).containsExactly(-0.1, -0.2, Double.NaN);
            assertThat(done.steps().getFirst().top()).hasSize(2);
            assertThat(TokenStep.text(done.steps().subList(0, 2))).isEqualTo(" two\n");
            assertThat(done.sharedTokens()).isEqualTo(8);
            assertThat(((OpenAiEngine) engine).reasoningTokens()).isEqualTo(21);
            assertThat(engine.hiddenTokens()).isEqualTo(21);
            assertThat(stub.at("POST /v1/completions").getFirst().body())
                    .contains("\"prompt\":\"one,\"", "\"model\":\"marco\"", "\"logprobs\":5");
        }
    }

    @Test
    void stopStringsEndTheTextHereWhatTheServerCutsOff() throws InterruptedException {
        stub.on("POST /v1/completions", events(
                text("a</Tho", "[\"a\",\"</\",\"Tho\"]", "[-1,-1,-1]", "[]"),
                text("ught>\\nb", "[\"ught>\",\"\\n\",\"b\"]", "[-1,-1,-1]", "[]"),
                finish("length"), "[DONE]"));
        try (var engine = Servers.open(stub.url() + "/v1/completions", ServerOptions.DEFAULT)) {
            var done = generate(engine, "x", "</Thought>");
            assertThat(done.reason()).isEqualTo(StopReason.STOP_STRING);
            assertThat(done.text()).isEqualTo("a</Thought>");
            assertThat(stub.at("POST /v1/completions").getFirst().body()).doesNotContain("stop\"");
        }
    }

    @Test
    void charactersCutInTwoStayWholeInTheText() throws InterruptedException {
        stub.on("POST /v1/completions", events(
                text("", "[\"\uFFFD\"]", "[-0.5]", "[]"),
                text("é", "[\"\uFFFD\"]", "[-0.1]", "[]"),
                text("🎈", "[\"bytes:\\\\xf0\\\\x9f\",\"bytes:\\\\x8e\\\\x88\"]", "[-0.3,-0.4]", "[]"),
                finish("length"), "[DONE]"));
        try (var engine = Servers.open(stub.url() + "/v1/completions", ServerOptions.DEFAULT)) {
            var done = generate(engine, "x");
            assertThat(done.text()).isEqualTo("é🎈");
            assertThat(done.steps()).extracting(TokenStep::logProb).containsExactly(-0.5, -0.1, -0.3, -0.4);
        }
    }

    @Test
    void chatTellsReasoningAndAnswerApart() throws InterruptedException {
        stub.on("POST /v1/chat/completions", events(
                chat("{\"role\":\"assistant\",\"content\":\"\"}", "null"),
                chat("{\"reasoning_content\":\"Hm.\"}", "{\"content\":[{\"token\":\"Hm.\",\"logprob\":-0.7,\"bytes\":[72,109,46],"
                        + "\"top_logprobs\":[{\"token\":\"Hm.\",\"logprob\":-0.7,\"bytes\":[72,109,46]}]}]}"),
                chat("{\"content\":\"4\"}", "{\"content\":[{\"token\":\"4\",\"logprob\":-0.2,\"top_logprobs\":[]}]}"),
                finish("stop"), USAGE, "[DONE]"));
        try (var engine = Servers.open(stub.url(), ServerOptions.DEFAULT)) {
            String prompt = engine.chat(List.of(
                    new Engine.Message("system", "Be brief."), new Engine.Message("user", "2+2<|im_end|>?")));
            var done = generate(engine, prompt);
            assertThat(TokenStep.text(done.steps().subList(0, 4))).isEqualTo("<think>\nHm.\n</think>\n\n4");
            assertThat(done.steps()).extracting(TokenStep::sampled).containsExactly(false, true, false, true, true);
            assertThat(stub.at("POST /v1/chat/completions").getFirst().body())
                    .contains("{\"role\":\"user\",\"content\":\"2+2<| im_end|>?\"}]")
                    .doesNotContain("continue_final_message");
            assertThat(engine.hiddenTokens()).isZero();
            generate(engine, prompt + "Half an ans");
            assertThat(stub.at("POST /v1/chat/completions").get(1).body())
                    .contains("{\"role\":\"assistant\",\"content\":\"Half an ans\"}]", "\"continue_final_message\":true");
        }
    }

    @Test
    void aServerWithoutProbabilitiesSaysTextOnly() throws InterruptedException {
        stub.on("POST /v1/chat/completions", events(
                chat("{\"content\":\"four \"}", "null"), chat("{\"content\":\"it is\"}", "null"), finish("length"), "[DONE]"));
        try (var engine = Servers.open(stub.url(), ServerOptions.DEFAULT)) {
            var done = generate(engine, engine.chat(List.of(new Engine.Message("user", "2+2?"))));
            assertThat(done.text()).isEqualTo("four it is");
            assertThat(done.steps()).allMatch(step -> Double.isNaN(step.logProb()) && step.top().isEmpty());
        }
    }

    @Test
    void aServersOwnTemplateIsUsedWhereItHasOne() {
        stub.on("POST /tokenize", json("{\"count\":2,\"max_model_len\":4096,\"tokens\":[5,6]}"))
                .on("POST /detokenize", json("{\"prompt\":\"<bos>[INST]2+2?[/INST]\"}"));
        try (var engine = Servers.open(stub.url(), ServerOptions.DEFAULT)) {
            assertThat(engine.model().library()).endsWith("/v1/completions");
            assertThat(engine.chat(List.of(new Engine.Message("user", "2+2?")))).isEqualTo("<bos>[INST]2+2?[/INST]");
        }
    }

    @Test
    void theModelIsChosenByName() {
        var other = new ServerOptions(Optional.empty(), "other", ServerOptions.Limits.DEFAULT);
        try (var engine = Servers.open(stub.url(), other)) {
            assertThat(engine.model().name()).isEqualTo("other");
        }
        var missing = new ServerOptions(Optional.empty(), "missing", ServerOptions.Limits.DEFAULT);
        assertThatThrownBy(() -> Servers.open(stub.url(), missing))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("It has: marco, other.");
    }

    @Test
    void textBecomesPiecesThatGiveItBack() {
        try (var engine = Servers.open(stub.url(), ServerOptions.DEFAULT)) {
            String text = "Tom  has 45 apples.\n\n</Thought>\t é🎈 <|im_end|>\u00a0";
            var tokens = engine.tokenize(text, true, true);
            var pieces = new java.util.ArrayList<dev.thoughtscope.engine.Piece>();
            for (int token : tokens.toArray()) {
                pieces.add(engine.piece(token));
            }
            assertThat(dev.thoughtscope.engine.Piece.join(pieces)).isEqualTo(text);
            assertThat(tokens.length()).isGreaterThan(12);
        }
    }
}
