package dev.thoughtscope.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.engine.ScriptedEngine.ScriptedToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the server says to whom, byte for byte.
@Timeout(60)
class EngineServerTest {
    private static final String TOKEN = "a-token-of-some-length";

    private static Engine engine() {
        return ScriptedEngine.of((_, _) -> ScriptedEngine.say("two words and an end", 0.5));
    }

    /// Sends a request as it stands and returns the whole reply.
    private static String ask(EngineServer server, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String get(EngineServer server, String path, String... headers) throws IOException {
        String host = List.of(headers).stream().anyMatch(header -> header.startsWith("Host:"))
                ? ""
                : "Host: 127.0.0.1:" + server.port() + "\r\n";
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return ask(server, "GET " + path + " HTTP/1.1\r\n" + host + more + "Connection: close\r\n\r\n");
    }

    private static String post(EngineServer server, String path, String body) throws IOException {
        return ask(server, "POST " + path + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static EngineServer start(Engine engine) throws IOException {
        return EngineServer.start(engine, ServeOptions.loopback(0));
    }

    @Test
    void onlyItsOwnNamesAreAnswered() throws IOException {
        try (var server = start(engine())) {
            assertThat(get(server, "/props")).startsWith("HTTP/1.1 200");
            assertThat(get(server, "/props", "Host: localhost:" + server.port())).startsWith("HTTP/1.1 200");
            assertThat(get(server, "/props", "Host: [::1]:80")).startsWith("HTTP/1.1 200");
            for (String host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "a@b", "")) {
                assertThat(get(server, "/props", "Host: " + host)).as(host).startsWith("HTTP/1.1 4");
            }
            assertThat(get(server, "/props", "Host: localhost", "Host: evil.example")).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void pagesOfOtherPlacesAreRefused() throws IOException {
        try (var server = start(engine())) {
            String own = "http://127.0.0.1:" + server.port();
            assertThat(get(server, "/props", "Origin: " + own)).startsWith("HTTP/1.1 200");
            for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1")) {
                assertThat(get(server, "/props", "Origin: " + origin)).as(origin).startsWith("HTTP/1.1 403");
            }
        }
    }

    @Test
    void aTokenGuardsAllButTheHealth() throws IOException {
        try (var server = EngineServer.start(engine(), ServeOptions.loopback(0).withToken(TOKEN))) {
            assertThat(get(server, "/health")).startsWith("HTTP/1.1 200");
            assertThat(get(server, "/props")).startsWith("HTTP/1.1 401").doesNotContain(TOKEN);
            assertThat(get(server, "/props", "Authorization: Bearer wrong")).startsWith("HTTP/1.1 401");
            assertThat(get(server, "/props", "Authorization: Bearer " + TOKEN)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void beyondThisMachineATokenIsNeeded() {
        var open = ServeOptions.loopback(0).withHost("0.0.0.0");
        assertThatThrownBy(() -> EngineServer.start(engine(), open))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("--token-env");
        assertThatThrownBy(() -> open.withToken("short")).isInstanceOf(IllegalArgumentException.class);
        assertThat(open.withToken(TOKEN).toString()).doesNotContain(TOKEN);
    }

    @Test
    void aTakenPortIsASentence() throws IOException {
        try (var server = start(engine())) {
            assertThatThrownBy(() -> EngineServer.start(engine(), ServeOptions.loopback(server.port())))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("choose another with --port");
        }
    }

    @Test
    void whatCannotBeIsRefusedInASentence() throws IOException {
        var small = new ServeOptions("127.0.0.1", 0, java.util.Optional.empty(), 4, 1000);
        try (var server = EngineServer.start(engine(), small)) {
            assertThat(get(server, "/nothing")).startsWith("HTTP/1.1 404");
            assertThat(get(server, "/completion")).startsWith("HTTP/1.1 405");
            assertThat(post(server, "/completion", "x".repeat(2000))).startsWith("HTTP/1.1 413");
            for (String body : List.of(
                    "", "[1]", "{", "{} {}", "{}", "{\"prompt\":\"\"}", "{\"prompt\":[\"a\"]}", "{\"prompt\":[1.5]}",
                    "{\"prompt\":\"a\",\"temperature\":-1}", "{\"prompt\":\"a\",\"temperature\":\"hot\"}",
                    "{\"prompt\":\"a\",\"n_probs\":1000000}", "{\"prompt\":\"a\",\"top_p\":7}",
                    "{\"prompt\":\"a\",\"given\":\"b\"}", "[".repeat(900))) {
                assertThat(post(server, "/completion", body))
                        .as(body)
                        .startsWith("HTTP/1.1 400")
                        .contains("\"message\":\"");
            }
        }
    }

    @Test
    void completionsComeWholeOrAsEvents() throws IOException {
        try (var server = start(engine())) {
            String whole = post(server, "/completion", "{\"prompt\":\"say\",\"n_probs\":1,\"return_tokens\":true}");
            assertThat(whole).contains("\"content\":\"two words and an end\"", "\"stop_type\":\"eos\"", "\"logprob\":-0.69");
            String events = post(server, "/completion", "{\"prompt\":\"say\",\"stream\":true,\"n_predict\":2}");
            assertThat(events).contains("\"content\":\"two\"", "\"content\":\" words\"", "\"stop_type\":\"limit\"");
            String stopped = post(server, "/completion", "{\"prompt\":\"say\",\"stop\":[\"s a\"]}");
            assertThat(stopped).contains("\"content\":\"two word\"", "\"stop_type\":\"word\"");
            String open = post(server, "/v1/completions", "{\"prompt\":\"say\",\"logprobs\":1,\"stop\":\"an\",\"max_tokens\":9}");
            assertThat(open)
                    .contains("\"text\":\"two words \"", "\"finish_reason\":\"stop\"", "\"tokens\":[\"two\",\" words\",\" an")
                    .contains("\"completion_tokens\":3");
        }
    }

    /// Each token takes a while; the engine works on threads of its own.
    private static Engine slow(CountDownLatch begun, CountDownLatch goOn) {
        return ScriptedEngine.of(
                (String _, Sampling _) -> {
                    begun.countDown();
                    try {
                        goOn.await(30, TimeUnit.SECONDS);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of(ScriptedToken.of("late", 1));
                },
                Executors.newVirtualThreadPerTaskExecutor());
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsToldToComeAgain() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var server = EngineServer.start(slow(begun, goOn), ServeOptions.loopback(0).withInFlight(1));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> post(server, "/completion", "{\"prompt\":\"a\"}"));
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(post(server, "/completion", "{\"prompt\":\"b\"}"))
                    .startsWith("HTTP/1.1 429")
                    .containsIgnoringCase("Retry-After: 1");
            goOn.countDown();
            assertThat(first.get()).contains("\"content\":\"late\"");
            assertThat(post(server, "/completion", "{\"prompt\":\"b\"}")).contains("\"content\":\"late\"");
        }
    }

    @Test
    void closingTellsWhoWaits() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var server = start(slow(begun, goOn));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> post(server, "/completion", "{\"prompt\":\"a\",\"stream\":true}"));
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            var closing = threads.submit(server::close);
            Thread.sleep(100);
            goOn.countDown();
            assertThat(waiting.get()).contains("The server is closing.");
            closing.get();
            assertThatThrownBy(() -> get(server, "/health")).isInstanceOf(IOException.class);
        }
    }
}
