package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thoughtscope.engine.EngineException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// What a person is told when a server does not do as asked: one sentence each, with what to try.
final class Failures {
    private static final int LONGEST_QUOTE = 200;

    private final ServerAddress address;
    private final Optional<ApiKey> key;

    Failures(ServerAddress address, Optional<ApiKey> key) {
        this.address = address;
        this.key = key;
    }

    EngineException network(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case HttpConnectTimeoutException _ -> {
                    return say("cannot be reached: no connection stood in time. Check the address and the network", failed);
                }
                case UnresolvedAddressException _ -> {
                    return say("has a name that no network knows: check the address", failed);
                }
                case ConnectException refused -> {
                    if (refused.getCause() == null) {
                        return say("refuses the connection: is it running, and is this its port?", failed);
                    }
                }
                case SSLException ssl -> {
                    return say("could not be trusted: " + clean(String.valueOf(ssl.getMessage())), failed);
                }
                default -> {}
            }
        }
        if (failed instanceof ConnectException) {
            return say("refuses the connection: is it running, and is this its port?", failed);
        }
        return failed instanceof EventStream.ReplyTooLong ? tooLong() : brokenOff(failed);
    }

    EngineException brokenOff(Throwable cause) {
        return say("broke off in the middle of a reply: it may have stopped or restarted. Try again", cause);
    }

    EngineException silent(Duration time) {
        return say("gave no answer for " + seconds(time) + ": it may be overloaded or hang", null);
    }

    EngineException tooLong() {
        return say("sent a reply longer than any that was asked for, so it was broken off", null);
    }

    EngineException nonsense(String what) {
        return say("sent something that is not " + what + ": is the address right, and is it a model server?", null);
    }

    /// @param body the reply's text, of any shape
    EngineException status(HttpResponse<?> response, String body) {
        int code = response.statusCode();
        String said = quote(body);
        return say(
                switch (code) {
                    case 401 -> "wants a key, or refuses the one given: name the variable that holds it with --api-key-env";
                    case 403 -> "refuses access" + said;
                    case 404 -> "does not know " + response.uri().getPath() + said;
                    case 413 -> "finds the request too large" + said;
                    case 429 -> "has too much to do, and still had after several tries" + said;
                    case 503 -> "is not ready, and still was not after several tries" + said;
                    default -> code >= 500 ? "failed with error " + code + said : "refused the request (" + code + ")" + said;
                },
                null);
    }

    /// An error that comes as an event, after the reply began.
    EngineException told(JsonNode error) {
        return say("failed" + quote(error.toString()), null);
    }

    private EngineException say(String what, Throwable cause) {
        String end = what.endsWith("?") || what.endsWith(".") ? "" : ".";
        return new EngineException("The server " + address + " " + what + end, cause);
    }

    private String quote(String body) {
        String said = message(body);
        return said.isEmpty() ? "" : ": it says \"" + said + "\"";
    }

    private String message(String body) {
        try {
            var json = Json.read(body);
            var error = json.has("error") ? json.get("error") : json;
            for (String name : new String[] {"message", "error", "detail"}) {
                if (error.path(name).isTextual()) {
                    return clean(error.get(name).textValue());
                }
            }
            return error.isTextual() ? clean(error.textValue()) : "";
        } catch (IOException notJson) {
            return body.stripLeading().startsWith("<") ? "" : clean(body);
        }
    }

    private String clean(String text) {
        String hidden = key.map(secret -> secret.hideIn(text)).orElse(text);
        String line = hidden.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    private static String seconds(Duration time) {
        return time.toMillis() < 2000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
