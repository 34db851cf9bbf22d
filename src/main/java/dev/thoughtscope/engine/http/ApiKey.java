package dev.thoughtscope.engine.http;

import dev.thoughtscope.engine.EngineException;
import java.net.http.HttpRequest;

/// The secret that a server asks for. Its value is in no text that this class gives.
public final class ApiKey {
    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /// Reads a key from an environment variable; a command line would show it to everybody on the machine.
    ///
    /// @throws EngineException if the variable is unset or holds what no header may
    public static ApiKey fromEnvironment(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new EngineException("The environment variable " + name + " holds no key: set it, or leave out its name.");
        }
        return of(value.strip(), "The environment variable " + name);
    }

    /// A key as a person typed it.
    ///
    /// @throws EngineException if it holds what no header may
    public static ApiKey typed(String value) {
        return of(value.strip(), "The key");
    }

    static ApiKey of(String value, String source) {
        if (!value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new EngineException(source + " holds characters that no key has: letters, digits and signs only.");
        }
        return new ApiKey(value);
    }

    void authorize(HttpRequest.Builder request) {
        request.header("Authorization", "Bearer " + value);
    }

    /// A server may send back what it refused.
    String hideIn(String text) {
        return text.replace(value, "…");
    }

    @Override
    public String toString() {
        return "…";
    }
}
