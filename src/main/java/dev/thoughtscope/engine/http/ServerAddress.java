package dev.thoughtscope.engine.http;

import dev.thoughtscope.engine.EngineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/// Where a server is, and which of its protocols the address asks for.
///
/// @param base without the protocol's own path, no slash at its end
record ServerAddress(URI base, Asked asked) {
    enum Asked {
        WHATEVER,
        COMPLETIONS,
        CHAT
    }

    private static final List<String> KNOWN_TAILS =
            List.of("/v1/chat/completions", "/v1/completions", "/completion", "/v1");

    /// @throws EngineException if it is no address of a server
    static ServerAddress of(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException wrong) {
            throw new EngineException("The address \"" + text + "\" cannot be read: it looks like http://127.0.0.1:8080.");
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new EngineException("The address of a server looks like http://127.0.0.1:8080, not like this one.");
        }
        if (uri.getUserInfo() != null) {
            throw new EngineException("Leave name and password out of the address: give a key with --api-key-env.");
        }
        String path = uri.getPath().replaceAll("/+$", "");
        var asked = path.endsWith("/chat/completions")
                ? Asked.CHAT
                : path.endsWith("/v1/completions") ? Asked.COMPLETIONS : Asked.WHATEVER;
        for (String tail : KNOWN_TAILS) {
            if (path.endsWith(tail)) {
                path = path.substring(0, path.length() - tail.length());
                break;
            }
        }
        return new ServerAddress(URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path), asked);
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
