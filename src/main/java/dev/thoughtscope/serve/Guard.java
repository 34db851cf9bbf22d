package dev.thoughtscope.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who may ask.
///
/// A web page in the person's browser can reach this machine's ports. Its requests carry the page's `Origin`; and if
/// it made its own name point here (DNS rebinding), they carry that name as `Host`. Both are refused.
final class Guard {
    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.%]+]|\\d{1,3}(\\.\\d{1,3}){3}");

    private final ServeOptions options;

    Guard(ServeOptions options) {
        this.options = options;
    }

    /// @throws Refusal if this one may not
    void check(HttpExchange exchange, boolean open) {
        var headers = exchange.getRequestHeaders();
        String host = one(headers, "Host").orElse("").toLowerCase(Locale.ROOT);
        if (!isOurs(host)) {
            throw new Refusal(403, "This server answers to its address, to localhost and to the name it was started with.");
        }
        var origin = one(headers, "Origin");
        if (origin.isPresent() && !origin.get().toLowerCase(Locale.ROOT).equals("http://" + host)) {
            throw new Refusal(403, "Requests from web pages of other places are refused.");
        }
        if (!open && options.token().isPresent() && !brings(headers, options.token().get())) {
            throw new Refusal(401, "A token is needed: Authorization: Bearer TOKEN.");
        }
    }

    private boolean isOurs(String host) {
        String name;
        try {
            name = URI.create("http://" + host).getHost();
        } catch (IllegalArgumentException _) {
            return false;
        }
        return name != null
                && (name.equals("localhost")
                        || name.equals(options.host().toLowerCase(Locale.ROOT))
                        || ADDRESS.matcher(name).matches());
    }

    private static boolean brings(Headers headers, String token) {
        var expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        var brought = one(headers, "Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, brought);
    }

    private static Optional<String> one(Headers headers, String name) {
        var all = headers.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw new Refusal(400, "The header " + name + " comes more than once.");
        }
        return all.stream().findFirst();
    }
}
