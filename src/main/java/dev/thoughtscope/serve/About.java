package dev.thoughtscope.serve;

import dev.thoughtscope.engine.Engine;
import java.io.IOException;

/// What the server tells of itself and its model.
final class About {
    private final Engine engine;
    private final int places;

    About(Engine engine, int places) {
        this.engine = engine;
        this.places = places;
    }

    void health(Exchange exchange) throws IOException {
        exchange.reply(200, Exchange.object().put("status", "ok"));
    }

    /// As llama-server's, and beside it `thoughtscope`: what this engine can do beyond.
    void props(Exchange exchange) throws IOException {
        var model = engine.model();
        var props = Exchange.object();
        props.putObject("default_generation_settings").put("n_ctx", model.contextLength());
        props.put("total_slots", places)
                .put("model_path", model.name())
                .put("chat_template", model.metadata().getOrDefault("tokenizer.chat_template", ""))
                .put("build_info", model.library());
        var own = props.putObject("thoughtscope").put("name", model.name()).put("description", model.description());
        var abilities = own.putArray("abilities");
        engine.abilities().forEach(ability -> abilities.add(ability.name()));
        var metadata = own.putObject("metadata");
        model.metadata().forEach((key, value) -> {
            if (key.startsWith("thoughtscope.") || key.startsWith("general.")) {
                metadata.put(key, value);
            }
        });
        exchange.reply(200, props);
    }

    void models(Exchange exchange) throws IOException {
        var model = engine.model();
        var list = Exchange.object().put("object", "list");
        var one = list.putArray("data").addObject();
        one.put("id", model.name())
                .put("object", "model")
                .put("created", 0)
                .put("owned_by", "thoughtscope")
                .put("max_model_len", model.contextLength());
        one.putObject("meta")
                .put("n_vocab", model.vocabularySize())
                .put("n_ctx_train", model.trainedContext())
                .put("n_params", model.parameters())
                .put("size", model.bytes());
        exchange.reply(200, list);
    }
}
