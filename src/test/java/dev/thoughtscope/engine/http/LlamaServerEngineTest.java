package dev.thoughtscope.engine.http;

import static dev.thoughtscope.engine.http.StubServer.brokenOff;
import static dev.thoughtscope.engine.http.StubServer.events;
import static dev.thoughtscope.engine.http.StubServer.falls;
import static dev.thoughtscope.engine.http.StubServer.json;
import static dev.thoughtscope.engine.http.StubServer.pieces;
import static dev.thoughtscope.engine.http.StubServer.status;
import static dev.thoughtscope.engine.http.StubServer.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server that replays what llama-server says, and what servers in trouble do.
class LlamaServerEngineTest {
    private static final String PROPS = "{\"default_generation_settings\":{\"n_ctx\":2048},\"total_slots\":2,"
            + "\"model_path\":\"/models/qwen.gguf\",\"chat_template\":\"{{ messages }}\",\"build_info\":\"b4916\"}";
    private static final String HELLO = token(31373, "Hello", -0.25);
    private static final String LAST = "{\"index\":0,\"content\":\"\",\"tokens\":[],\"stop\":true,\"stop_type\":\"eos\","
            + "\"tokens_predicted\":2,\"tokens_evaluated\":9,\"truncated\":false,\"timings\":{\"prompt_n\":4}}";
    private static final GenerateRequest REQUEST =
            GenerateRequest.sample(Sequence.of(1, 2, 3), 8, Sampling.greedy(), List.of("###"));

    private StubServer stub;

    private static String token(int id, String text, double logProb) {
        return "{\"index\":0,\"content\":\"" + text + "\",\"tokens\":[" + id + "],\"stop\":false,"
                + "\"completion_probabilities\":[{\"id\":" + id + ",\"token\":\"" + text + "\",\"bytes\":[],\"logprob\":"
                + logProb + ",\"top_logprobs\":[{\"id\":" + id + ",\"token\":\"" + text + "\",\"logprob\":" + logProb
                + "},{\"id\":5,\"token\":\"\",\"bytes\":[195],\"logprob\":-2.0}]}]}";
    }

    @BeforeEach
    void start() throws IOException {
        stub = new StubServer()
                .on("GET /props", json(PROPS))
                .on("GET /v1/models", json("{\"data\":[{\"id\":\"qwen\",\"meta\":{\"n_vocab\":50000,\"n_params\":77}}]}"))
                .on("POST /detokenize", json("{\"content\":\"<|end|>\"}"));
    }

    @AfterEach
    void stop() throws IOException {
        stub.close();
    }

    private Engine open() {
        var limits = new ServerOptions.Limits(
                Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(2), 2, Duration.ofMillis(100), 100_000, 8);
        var key = ApiKey.of("sk-very-secret", "The test");
        return Servers.open(stub.url(), new ServerOptions(Optional.of(key), "", limits));
    }

    private Generation generate() throws InterruptedException {
        try (var engine = open()) {
            return engine.start(REQUEST, _ -> {}).await();
        }
    }

    private String failure() {
        var thrown = org.assertj.core.api.Assertions.catchThrowableOfType(EngineException.class, this::generate);
        assertThat(thrown.getMessage()).doesNotContain("sk-very-secret").matches("(?s).*[.?]");
        return thrown.getMessage();
    }

    @Test
    void recordedTokensBecomeSteps() throws InterruptedException {
        stub.on("POST /completion", events(HELLO, token(50, "", -0.5), LAST));
        var done = generate();
        assertThat(done.reason()).isEqualTo(StopReason.END_TOKEN);
        assertThat(done.steps()).extracting(TokenStep::id).containsExactly(31373, 50);
        var first = done.steps().getFirst();
        assertThat(first.logProb()).isEqualTo(-0.25);
        assertThat(first.top()).hasSize(2);
        assertThat(first.top().get(1).piece().bytes()).containsExactly(195);
        assertThat(done.steps().get(1).piece().text()).isEqualTo("<|end|>");
        assertThat(done.sharedTokens()).isEqualTo(5);
        String body = stub.at("POST /completion").getFirst().body();
        assertThat(body).contains("\"prompt\":[1,2,3]", "\"n_probs\":5", "\"temperature\":0.0", "\"stop\":[\"###\"]",
                "\"cache_prompt\":true", "\"return_tokens\":true");
    }

    @Test
    void aStreamMayBeCutAnywhere() throws InterruptedException {
        String stream = "data: " + token(7, "🎈", -0.1) + "\n\ndata: " + LAST + "\n\n";
        stub.on("POST /completion", pieces(stream.getBytes(StandardCharsets.UTF_8), 3, true));
        assertThat(generate().text()).isEqualTo("🎈");
    }

    @Test
    void tokensLeftOutInsideACharacterAreFoundAgain() throws InterruptedException {
        stub.on("POST /detokenize", json("{\"content\":\"\uFFFD\",\"pieces\":[[136]]}"))
                .on("POST /tokenize", json("{\"tokens\":[{\"id\":71,\"piece\":[240,159]},{\"id\":72,\"piece\":[142,136]}]}"));
        String late = token(72, "🎈", -0.5).replace("{\"id\":72,\"token\":\"🎈\",\"logprob\"", "{\"id\":72,\"bytes\":[142,136],\"logprob\"");
        stub.on("POST /completion", events(HELLO, late, LAST));
        var steps = generate().steps();
        assertThat(steps).extracting(TokenStep::id).containsExactly(31373, 71, 72);
        assertThat(TokenStep.text(steps)).isEqualTo("Hello🎈");
        assertThat(steps.get(1).logProb()).isNaN();
        assertThat(steps.get(2).logProb()).isEqualTo(-0.5);
    }

    @Test
    void givenTokensComeBackUnscored() throws InterruptedException {
        try (var engine = open()) {
            assertThat(engine.abilities()).doesNotContain(Ability.SCORING).contains(Ability.FORKING);
            var done = engine.start(GenerateRequest.score(Sequence.of(1), Sequence.of(2, 3)), _ -> {}).await();
            assertThat(done.steps()).hasSize(2).allSatisfy(step -> {
                assertThat(step.logProb()).isNaN();
                assertThat(step.top()).isEmpty();
                assertThat(step.sampled()).isFalse();
            });
            assertThat(stub.at("POST /completion")).isEmpty();
        }
    }

    @Test
    void aServerWithTooMuchToDoIsAskedAgain() throws InterruptedException {
        stub.on("POST /completion", status(429, "{}", "Retry-After: 1"), status(503, "{}"), events(HELLO, LAST));
        assertThat(generate().text()).isEqualTo("Hello");
        assertThat(stub.at("POST /completion")).hasSize(3);
    }

    @Test
    void butNotForEver() {
        stub.on("POST /completion", status(429, "{\"error\":{\"message\":\"slow down, sk-very-secret\"}}", "Retry-After: 3600"));
        assertThat(failure()).contains("too much to do", "slow down, …");
        assertThat(stub.at("POST /completion")).hasSize(3);
    }

    @Test
    void refusalsAreSentences() {
        stub.on("POST /completion", status(401, ""));
        assertThat(failure()).contains("wants a key");
        stub.on("POST /completion", status(404, "<html>"));
        assertThat(failure()).contains("does not know /completion.");
        stub.on("POST /completion", status(500, "{\"error\":{\"code\":500,\"message\":\"out\\nof memory\"}}"));
        assertThat(failure()).contains("failed with error 500: it says \"out of memory\"");
        stub.on("POST /completion", status(302, "", "Location: http://127.0.0.1:1/"));
        assertThat(failure()).contains("refused the request (302)");
    }

    @Test
    void brokenStreamsAreSentences() {
        stub.on("POST /completion", brokenOff(HELLO));
        assertThat(failure()).contains("broke off in the middle");
        stub.on("POST /completion", events(HELLO));
        assertThat(failure()).contains("broke off in the middle");
        stub.on("POST /completion", events(HELLO, "{nonsense"));
        assertThat(failure()).contains("not JSON");
        stub.on("POST /completion", events(HELLO, "{\"error\":{\"message\":\"no room\"}}"));
        assertThat(failure()).contains("it says \"no room\"");
        stub.on("POST /completion", falls(HELLO));
        assertThat(failure()).contains("gave no answer for 2 s");
        stub.on("POST /completion", events(HELLO, "\"" + "x".repeat(200_000) + "\""));
        assertThat(failure()).contains("longer than any");
    }

    @Test
    void repliesThatAreNoStreamAreBoundedToo() {
        stub.on("POST /tokenize", json("{\"tokens\":\"" + "x".repeat(200_000) + "\"}"), json("[[["), json("{\"tokens\":[-4]}"));
        try (var engine = open()) {
            assertThatThrownBy(() -> engine.tokenize("a", false, false)).hasMessageContaining("longer than any");
            assertThatThrownBy(() -> engine.tokenize("a", false, false)).hasMessageContaining("not JSON");
            assertThatThrownBy(() -> engine.tokenize("a", false, false)).hasMessageContaining("not a list of tokens");
        }
    }

    @Test
    void nobodyThereIsASentence() throws IOException {
        String url = stub.url();
        stub.close();
        assertThatThrownBy(() -> Servers.open(url, ServerOptions.DEFAULT))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("refuses the connection");
    }

    @Test
    void cancellingClosesTheStreamAndKeepsWhatThereIs() throws InterruptedException {
        var gone = new CountDownLatch(1);
        var came = new CountDownLatch(1);
        stub.on("POST /completion", waits(gone, HELLO));
        try (var engine = open()) {
            var running = engine.start(REQUEST, _ -> came.countDown());
            assertThat(came.await(20, TimeUnit.SECONDS)).isTrue();
            running.cancel();
            var done = running.await();
            assertThat(done.reason()).isEqualTo(StopReason.CANCELLED);
            assertThat(done.text()).isEqualTo("Hello");
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void noMoreRequestsAtOnceThanTheServerHasPlaces() throws InterruptedException {
        var gone = new CountDownLatch(3);
        stub.on("POST /completion", waits(gone, HELLO));
        try (var engine = open()) {
            var all = List.of(engine.start(REQUEST, _ -> {}), engine.start(REQUEST, _ -> {}), engine.start(REQUEST, _ -> {}));
            for (int i = 0; i < 200 && stub.at("POST /completion").size() < 2; i++) {
                Thread.sleep(10);
            }
            Thread.sleep(100);
            assertThat(stub.at("POST /completion")).hasSize(2);
            all.forEach(running -> running.cancel());
            for (var running : all) {
                assertThat(running.await().reason()).isEqualTo(StopReason.CANCELLED);
            }
        }
    }

    @Test
    void theModelIsWhatTheServerTells() {
        try (var engine = open()) {
            assertThat(engine.model().name()).isEqualTo("qwen.gguf");
            assertThat(engine.model().contextLength()).isEqualTo(2048);
            assertThat(engine.model().parameters()).isEqualTo(77);
            assertThat(engine.model().library()).contains("llama-server b4916");
        }
        assertThat(stub.asked).allSatisfy(
                one -> assertThat(one.headers()).containsEntry("authorization", "Bearer sk-very-secret"));
    }
}
