package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// Requests to one server and what comes of them, bounded in time and size. Any thread; each call waits on its own.
///
/// Redirections are not followed: a key would go where nobody sent it.
final class Transport implements AutoCloseable {
    private static final int LONGEST_ERROR = 64 << 10;

    final ServerAddress address;
    final Failures failures;
    private final ServerOptions options;
    private final HttpClient client;

    Transport(ServerAddress address, ServerOptions options) {
        this.address = address;
        this.options = options;
        failures = new Failures(address, options.key());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.limits().connect())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /// What a reply is made of: its status and all its text.
    record Reply(HttpResponse<InputStream> response, String text) {
        boolean isFine() {
            return response.statusCode() == 200;
        }
    }

    /// @throws EngineException in one sentence for whatever stands in the way
    JsonNode get(String path) {
        return json(whole(request(path).GET().build()));
    }

    /// @throws EngineException in one sentence for whatever stands in the way
    JsonNode post(String path, ObjectNode body) {
        return json(whole(posting(path, body)));
    }

    /// As [#get(String)], empty where the server has no such place or it holds no JSON.
    Optional<JsonNode> look(String path) {
        return known(whole(request(path).GET().build()));
    }

    /// As [#post(String, ObjectNode)], empty where the server has no such place or it holds no JSON.
    Optional<JsonNode> look(String path, ObjectNode body) {
        return known(whole(posting(path, body)));
    }

    /// Posts and hands over the events of the reply until one says that it is the last.
    ///
    /// @param isLast called for each event on this thread
    /// @throws EngineException also if the stream ends before its last event
    /// @throws CancellationException if `call` is cancelled
    void stream(String path, ObjectNode body, Call call, Predicate<JsonNode> isLast) {
        var response = sendPatiently(posting(path, body), call);
        try (var in = response.body();
                var watch = new Watch(in, options.limits().stall(), call)) {
            if (response.statusCode() != 200) {
                throw failures.status(response, new String(in.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8));
            }
            read(watch, isLast);
        } catch (IOException failed) {
            if (call.isCancelled()) {
                throw new CancellationException();
            }
            throw failures.network(failed);
        }
    }

    private void read(Watch watch, Predicate<JsonNode> isLast) throws IOException {
        var events = new EventStream(watch, options.limits().replyBytes());
        while (true) {
            var data = events.next();
            watch.check(failures);
            if (data.isEmpty()) {
                throw failures.brokenOff(null);
            }
            if (isLast.test(event(data.get()))) {
                return;
            }
        }
    }

    private JsonNode event(String data) {
        if (data.equals("[DONE]")) {
            return Json.object().put("done", true);
        }
        JsonNode event;
        try {
            event = Json.read(data);
        } catch (IOException _) {
            throw failures.nonsense("JSON");
        }
        if (event.hasNonNull("error")) {
            throw failures.told(event);
        }
        return event;
    }

    private Reply whole(HttpRequest request) {
        var call = new Call();
        var response = sendPatiently(request, call);
        try (var in = response.body();
                var watch = new Watch(in, options.limits().stall(), call)) {
            long most = options.limits().replyBytes();
            var bytes = watch.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
            watch.check(failures);
            if (bytes.length > most) {
                throw failures.tooLong();
            }
            return new Reply(response, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw failures.network(failed);
        }
    }

    private JsonNode json(Reply reply) {
        if (!reply.isFine()) {
            throw failures.status(reply.response, reply.text);
        }
        try {
            return Json.read(reply.text);
        } catch (IOException _) {
            throw failures.nonsense("JSON");
        }
    }

    private Optional<JsonNode> known(Reply reply) {
        if (reply.response.statusCode() == 401) {
            throw failures.status(reply.response, reply.text);
        }
        try {
            return reply.isFine() ? Optional.of(Json.read(reply.text)).filter(JsonNode::isObject) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Sends again, after the time that the server asks for, while it has too much to do.
    private HttpResponse<InputStream> sendPatiently(HttpRequest request, Call call) {
        for (int attempt = 0; ; attempt++) {
            var response = send(request, call);
            int status = response.statusCode();
            if ((status != 429 && status != 503) || attempt >= options.limits().retries()) {
                return response;
            }
            try {
                response.body().close();
                call.pause(wait(response, attempt));
            } catch (IOException failed) {
                throw failures.network(failed);
            } catch (InterruptedException _) {
                throw interrupted();
            }
        }
    }

    private Duration wait(HttpResponse<?> response, int attempt) {
        long seconds = -1;
        try {
            seconds = Long.parseLong(response.headers().firstValue("Retry-After").orElse("").strip());
        } catch (NumberFormatException _) {
            // a date, or nothing: doubling from a quarter of a second serves
        }
        var asked = seconds >= 0 ? Duration.ofSeconds(seconds) : Duration.ofMillis(250L << Math.min(attempt, 6));
        var longest = options.limits().longestWait();
        return asked.compareTo(longest) > 0 ? longest : asked;
    }

    private HttpResponse<InputStream> send(HttpRequest request, Call call) {
        var sent = client.sendAsync(request, BodyHandlers.ofInputStream());
        call.during(() -> sent.cancel(true));
        try {
            var response = sent.get(options.limits().reply().toMillis(), TimeUnit.MILLISECONDS);
            call.during(() -> close(response.body()));
            return response;
        } catch (TimeoutException _) {
            sent.cancel(true);
            throw failures.silent(options.limits().reply());
        } catch (ExecutionException failed) {
            throw failures.network(failed.getCause());
        } catch (InterruptedException _) {
            sent.cancel(true);
            throw interrupted();
        }
    }

    private static EngineException interrupted() {
        Thread.currentThread().interrupt();
        return new EngineException("Waiting for the server was interrupted.");
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException _) {
            // It is to end, and has.
        }
    }

    private HttpRequest posting(String path, ObjectNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address.at(path));
        options.key().ifPresent(key -> key.authorize(request));
        return request;
    }

    /// Ends all requests under way.
    @Override
    public void close() {
        client.shutdownNow();
    }
}
