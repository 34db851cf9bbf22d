package dev.thoughtscope.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Serves files with ranges and tags, and goes wrong as a test tells it: once for each fault in the queue.
final class FaultyServer implements AutoCloseable {
    enum Fault {
        /// Ends the connection half way through what was asked for.
        CUT,
        /// Sends half and then nothing more.
        STALL,
        /// Changes a byte.
        DAMAGE,
        /// Answers 503.
        BUSY,
        /// Ignores the range.
        WHOLE,
        /// Sends a byte more than it announces of the file.
        LONGER
    }

    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    final List<String> ranges = new CopyOnWriteArrayList<>();
    volatile String tag = "\"one\"";
    private final HttpServer server;

    FaultyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString().substring(1);
            var whole = files.get(path);
            if (whole == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var fault = faults.poll();
            if (fault == Fault.BUSY) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            send(exchange, whole, fault);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, byte[] whole, Fault fault) throws IOException, InterruptedException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        var condition = exchange.getRequestHeaders().getFirst("If-Range");
        ranges.add(range == null ? "" : range);
        int from = range == null || fault == Fault.WHOLE || condition != null && !condition.equals(tag)
                ? 0
                : Integer.parseInt(range.replaceAll("\\D", ""));
        if (!tag.isEmpty()) {
            exchange.getResponseHeaders().set("ETag", tag);
        }
        if (from >= whole.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        var body = Arrays.copyOfRange(whole, from, whole.length + (fault == Fault.LONGER ? 1 : 0));
        if (fault == Fault.DAMAGE) {
            body[body.length / 2]++;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (whole.length - 1) + "/" + whole.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, body.length);
        int end = fault == Fault.CUT || fault == Fault.STALL ? body.length / 2 : body.length;
        var out = exchange.getResponseBody();
        out.write(body, 0, end);
        out.flush();
        if (fault == Fault.STALL) {
            Thread.sleep(20_000);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
