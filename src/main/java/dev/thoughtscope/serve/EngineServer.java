package dev.thoughtscope.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server for one engine. Each request has a virtual thread; the engine advances all of them together.
///
/// No request's text and no token is logged.
public final class EngineServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineServer.class);

    static {
        // read once, when the JDK's server is first used: a request sent a byte at a time must not hold a place
        defaults(Map.of(
                "sun.net.httpserver.maxReqTime", "30",
                "sun.net.httpserver.maxReqHeaders", "64",
                "sun.net.httpserver.maxReqHeaderSize", "32768",
                "jdk.httpserver.maxConnections", "256",
                "sun.net.httpserver.nodelay", "true"));
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Guard guard;
    private final Completions completions;
    private final Map<String, Route> routes;
    private final ServeOptions options;

    /// What is done at one place.
    @FunctionalInterface
    interface Route {
        void answer(Exchange exchange) throws IOException;
    }

    private EngineServer(HttpServer server, Engine engine, ServeOptions options) {
        this.server = server;
        this.options = options;
        guard = new Guard(options);
        completions = new Completions(engine, options.inFlight());
        var about = new About(engine, options.inFlight());
        var text = new Texts(engine);
        routes = Map.ofEntries(
                Map.entry("GET /health", about::health),
                Map.entry("GET /props", about::props),
                Map.entry("GET /v1/models", about::models),
                Map.entry("POST /tokenize", text::tokenize),
                Map.entry("POST /detokenize", text::detokenize),
                Map.entry("POST /apply-template", text::applyTemplate),
                Map.entry("POST /completion", exchange -> completions.answer(exchange, LlamaFormat::new)),
                Map.entry("POST /v1/completions", exchange -> completions.answer(exchange, OpenAiFormat::new)));
    }

    /// Listens until closed. The engine stays the caller's to close.
    ///
    /// @throws EngineException if that must not or cannot be
    public static EngineServer start(Engine engine, ServeOptions options) throws IOException {
        var place = new InetSocketAddress(options.interfaceToUse(), options.port());
        HttpServer http;
        try {
            http = HttpServer.create(place, 0);
        } catch (BindException taken) {
            throw new EngineException("The port " + options.port() + " of " + options.host()
                    + " cannot be used, perhaps because another program has it: choose another with --port.", taken);
        }
        var server = new EngineServer(http, engine, options);
        http.setExecutor(server.threads);
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    private static void defaults(Map<String, String> properties) {
        properties.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange http) {
        try (http) {
            var exchange = new Exchange(http, options.bodyBytes());
            try {
                String path = http.getRequestURI().getPath();
                guard.check(http, path.equals("/health"));
                route(http.getRequestMethod(), path).answer(exchange);
            } catch (Refusal refused) {
                exchange.refuse(refused.status, refused.getMessage());
            } catch (EngineException unfit) {
                exchange.refuse(400, unfit.getMessage());
            } catch (RuntimeException failed) {
                LOG.warn("a request failed", failed);
                exchange.refuse(500, "Something went wrong here that should not.");
            }
        } catch (IOException gone) {
            LOG.debug("a client went away", gone);
        }
    }

    private Route route(String method, String path) {
        var route = routes.get(method + " " + path);
        if (route == null) {
            boolean known = routes.keySet().stream().anyMatch(key -> key.endsWith(" " + path));
            throw known
                    ? new Refusal(405, "The method " + method + " does nothing here.")
                    : new Refusal(404, "There is nothing here: try /props or /v1/models.");
        }
        return route;
    }

    /// Ends what runs, tells its clients, and stops listening. Idempotent.
    @Override
    public void close() {
        completions.close();
        server.stop(1);
        threads.shutdownNow();
    }
}
