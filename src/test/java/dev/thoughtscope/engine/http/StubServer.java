package dev.thoughtscope.engine.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A server that says what it is told to, byte for byte, also what no real one should.
final class StubServer implements AutoCloseable {
    /// Writes one reply; the connection is closed after it.
    @FunctionalInterface
    interface Answer {
        void to(OutputStream out) throws Exception;
    }

    record Asked(String line, Map<String, String> headers, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final ServerSocket socket;

    StubServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /// The answers to the first, second, … request at a place; the last one serves all that follow.
    StubServer on(String place, Answer... inOrder) {
        synchronized (answers) {
            answers.put(place, new ArrayDeque<>(Arrays.asList(inOrder)));
        }
        return this;
    }

    List<Asked> at(String place) {
        return asked.stream().filter(one -> one.line.startsWith(place)).toList();
    }

    static Answer json(String body) {
        return status(200, body);
    }

    static Answer status(int code, String body, String... headers) {
        return out -> {
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            write(out, "HTTP/1.1 " + code + " X\r\nContent-Length: " + length + "\r\n" + more
                    + "Connection: close\r\n\r\n" + body);
        };
    }

    /// A stream of events, which ends in good order.
    static Answer events(String... events) {
        return pieces(("data: " + String.join("\n\ndata: ", events) + "\n\n").getBytes(StandardCharsets.UTF_8), 1 << 20, true);
    }

    /// A stream whose connection breaks after these events.
    static Answer brokenOff(String... events) {
        return pieces(("data: " + String.join("\n\ndata: ", events) + "\n\n").getBytes(StandardCharsets.UTF_8), 1 << 20, false);
    }

    /// A body cut into chunks of a size, whatever it cuts through.
    static Answer pieces(byte[] body, int size, boolean toTheEnd) {
        return out -> {
            head(out);
            for (int from = 0; from < body.length; from += size) {
                int length = Math.min(size, body.length - from);
                write(out, Integer.toHexString(length) + "\r\n");
                out.write(body, from, length);
                write(out, "\r\n");
                out.flush();
            }
            if (toTheEnd) {
                write(out, "0\r\n\r\n");
            }
        };
    }

    /// Sends the events, then nothing until the client goes away, which it tells.
    static Answer waits(CountDownLatch gone, String... events) {
        return out -> {
            try {
                brokenOff(events).to(out);
                while (true) {
                    // an empty write would not notice that nobody listens
                    Thread.sleep(50);
                    write(out, "2\r\n:\n\r\n");
                }
            } finally {
                gone.countDown();
            }
        };
    }

    /// Sends the events, then nothing at all.
    static Answer falls(String... events) {
        return out -> {
            brokenOff(events).to(out);
            Thread.sleep(60_000);
        };
    }

    static void head(OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            var request = read(in);
            asked.add(request);
            next(request.line.substring(0, request.line.lastIndexOf(' '))).to(client.getOutputStream());
        } catch (Exception gone) {
            // The client went away, as tests make it do.
        }
    }

    private Answer next(String place) {
        synchronized (answers) {
            var left = answers.get(place);
            if (left == null) {
                return status(404, "{\"error\":{\"message\":\"no " + place + "\"}}");
            }
            return left.size() > 1 ? left.remove() : left.peek();
        }
    }

    private static Asked read(InputStream in) throws IOException {
        String line = line(in);
        var headers = new HashMap<String, String>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Asked(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
