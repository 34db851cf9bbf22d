package dev.thoughtscope.engine.http;

import java.time.Duration;
import java.util.Optional;

/// How to speak with a server.
///
/// @param model name of the model, where a server has several; empty for its first
/// @param limits how long and how much to bear
public record ServerOptions(Optional<ApiKey> key, String model, Limits limits) {
    public static final ServerOptions DEFAULT = new ServerOptions(Optional.empty(), "", Limits.DEFAULT);

    /// @param connect until a connection stands
    /// @param reply until a reply begins: a long prompt may take minutes
    /// @param stall between two pieces of a reply
    /// @param retries after 429 and 503, at most
    /// @param longestWait before a retry, whatever the server asks for
    /// @param replyBytes of one reply, at most
    /// @param inFlight requests at once, at most; the server's own number of places may lower it
    public record Limits(
            Duration connect,
            Duration reply,
            Duration stall,
            int retries,
            Duration longestWait,
            long replyBytes,
            int inFlight) {
        public static final Limits DEFAULT = new Limits(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                5,
                Duration.ofSeconds(30),
                64L << 20,
                64);
    }
}
