package dev.thoughtscope.serve;

import dev.thoughtscope.engine.EngineException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// Where to listen, and how much to take in.
///
/// @param host name or address of the interface
/// @param port 0 for any that is free
/// @param token that each request must bring, needed beyond the loopback interface
/// @param inFlight completions at once; more are told to come again
/// @param bodyBytes of one request, at most
public record ServeOptions(String host, int port, Optional<String> token, int inFlight, int bodyBytes) {
    public static final String LOOPBACK = "127.0.0.1";
    private static final int SHORTEST_TOKEN = 16;

    public ServeOptions {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("A port lies between 0 and 65535, so " + port + " is none.");
        }
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("The token is too short to guard anything: use " + SHORTEST_TOKEN
                    + " characters or more.");
        }
    }

    public static ServeOptions loopback(int port) {
        return new ServeOptions(LOOPBACK, port, Optional.empty(), 64, 16 << 20);
    }

    public ServeOptions withToken(String secret) {
        return new ServeOptions(host, port, Optional.of(secret), inFlight, bodyBytes);
    }

    public ServeOptions withHost(String name) {
        return new ServeOptions(name, port, token, inFlight, bodyBytes);
    }

    public ServeOptions withInFlight(int most) {
        return new ServeOptions(host, port, token, most, bodyBytes);
    }

    /// Better before a model is loaded than after.
    ///
    /// @throws EngineException if the host is unknown, or others could reach it and no token is asked for
    public void check() {
        interfaceToUse();
    }

    /// @throws EngineException if the host is unknown, or others could reach it and no token is asked for
    InetAddress interfaceToUse() {
        try {
            var address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress() && token.isEmpty()) {
                throw new EngineException("Beyond this machine the server needs a token: put one into an environment"
                        + " variable and name that with --token-env.");
            }
            return address;
        } catch (UnknownHostException _) {
            throw new EngineException("There is no host \"" + host + "\" to listen on: try 127.0.0.1.");
        }
    }

    /// Without the token.
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
