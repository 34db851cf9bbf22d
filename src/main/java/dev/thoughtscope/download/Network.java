package dev.thoughtscope.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// The one way to the network: for what a person has asked to fetch, and not at all when it is switched off.
public final class Network implements AutoCloseable {
    private static final int MOST_TEXT = 8 << 20;

    private final BooleanSupplier offline;
    private final Duration patience;
    /// Made at the first request: it reads all certificates of the system, which nobody should wait for who fetches nothing.
    private HttpClient client;

    /// @param offline whether fetching is switched off, asked before every request
    /// @param patience for a connection, for an answer to begin, and for the next bytes of one
    public Network(BooleanSupplier offline, Duration patience) {
        this.offline = offline;
        this.patience = patience;
    }

    /// With thirty seconds of patience.
    ///
    /// @param offline whether fetching is switched off, asked before every request
    public static Network of(BooleanSupplier offline) {
        return new Network(offline, Duration.ofSeconds(30));
    }

    Duration patience() {
        return patience;
    }

    /// A short text, such as an answer in JSON.
    ///
    /// @throws DownloadException in a sentence if it cannot be had
    String text(URI address) throws DownloadException, InterruptedException {
        try {
            var answer = open(address, Map.of());
            try (var body = answer.body(); var watch = new StallWatch(body, patience)) {
                if (answer.statusCode() != 200) {
                    throw refused(address, answer.statusCode());
                }
                var bytes = body.readNBytes(MOST_TEXT);
                if (watch.hasStalled()) {
                    throw new IOException("it stopped answering");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (DownloadException known) {
            throw known;
        } catch (IOException failed) {
            throw unreachable(address, failed);
        }
    }

    HttpResponse<InputStream> open(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        if (offline.getAsBoolean()) {
            throw new DownloadException("Nothing is fetched from " + address.getHost()
                    + ": fetching is switched off. Switch it on in the settings, or leave out --offline and"
                    + " THOUGHTSCOPE_OFFLINE.");
        }
        var request = HttpRequest.newBuilder(address).timeout(patience).header("User-Agent", "thoughtscope");
        headers.forEach(request::header);
        return client().send(request.build(), BodyHandlers.ofInputStream());
    }

    static DownloadException refused(URI address, int status) {
        String why =
                switch (status) {
                    case 401, 403 -> "it wants a login or an agreement: fetch it in a browser and choose the file.";
                    case 404, 410 -> "it is not there: check the name.";
                    case 429 -> "too much was asked of it: wait a few minutes.";
                    default -> "it answered with status " + status + ": try again later.";
                };
        return new DownloadException(address + " cannot be fetched; " + why);
    }

    static DownloadException unreachable(URI address, IOException failed) {
        String why = failed.getMessage() == null ? "no connection" : failed.getMessage();
        return new DownloadException(
                address.getHost() + " cannot be reached (" + why + "): check the connection and try again.", failed);
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(patience)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .proxy(new EnvironmentProxy(System.getenv()))
                    .build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
