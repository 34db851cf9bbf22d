package dev.thoughtscope.engine.http;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;

/// Finds out what kind of server stands at an address.
public final class Servers {
    private Servers() {}

    /// Asks `/props`, which llama-server has, then `/v1/models`, which every OpenAI-compatible server has.
    ///
    /// An address that ends with `/v1/completions` or `/v1/chat/completions` asks for that protocol.
    ///
    /// @throws EngineException in one sentence for whatever stands in the way
    public static Engine open(String address, ServerOptions options) {
        var transport = new Transport(ServerAddress.of(address), options);
        try {
            return open(transport, options);
        } catch (RuntimeException failed) {
            transport.close();
            throw failed;
        }
    }

    private static Engine open(Transport transport, ServerOptions options) {
        if (transport.address.asked() == ServerAddress.Asked.WHATEVER) {
            var props = transport.look("/props").filter(LlamaServerProps::isLlamaServer);
            if (props.isPresent()) {
                return new LlamaServerEngine(transport, props.get(), options);
            }
        }
        var models = transport.get("/v1/models");
        if (!models.path("data").isArray()) {
            throw transport.failures.nonsense("a list of models");
        }
        return OpenAiEngine.open(transport, models.get("data"), options);
    }
}
