package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.ModelInfo;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;

/// What a llama-server tells of itself at `/props` and, about the model's size, at `/v1/models`.
///
/// @param ours whether it is `thoughtscope serve`, which can do more than llama-server
/// @param places requests that it runs at once
record LlamaServerProps(ModelInfo model, boolean ours, Set<Ability> abilities, int places) {
    private static final Set<Ability> OF_LLAMA_SERVER =
            Collections.unmodifiableSet(EnumSet.of(Ability.FORKING, Ability.PROBABILITIES, Ability.GRAMMAR));
    private static final int UNTOLD_CONTEXT = 4096;

    static boolean isLlamaServer(JsonNode props) {
        return props.path("default_generation_settings").isObject();
    }

    static LlamaServerProps of(JsonNode props, Optional<JsonNode> models, ServerAddress address) {
        var own = props.path("thoughtscope");
        boolean ours = own.isObject();
        int context = props.path("default_generation_settings").path("n_ctx").asInt(props.path("n_ctx").asInt(0));
        String path = props.path("model_path").asText("");
        var meta = models.map(list -> list.path("data").path(0).path("meta")).orElse(Json.object());
        var metadata = new HashMap<String, String>();
        metadata.put("tokenizer.chat_template", props.path("chat_template").asText(""));
        own.path("metadata").properties().forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asText("")));
        String name = own.path("name").asText(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
        String build = props.path("build_info").asText("");
        var info = new ModelInfo(
                address.toString(),
                name.isEmpty() ? address.toString() : name,
                own.path("description").asText(name),
                meta.path("n_params").asLong(0),
                meta.path("size").asLong(0),
                context > 0 ? context : UNTOLD_CONTEXT,
                meta.path("n_ctx_train").asInt(0),
                meta.path("n_vocab").asInt(0),
                (ours ? "thoughtscope serve " : "llama-server ") + build + " at " + address,
                metadata);
        int places = props.path("total_slots").asInt(0);
        return new LlamaServerProps(info, ours, ours ? abilities(own) : OF_LLAMA_SERVER, places > 0 ? places : 4);
    }

    private static Set<Ability> abilities(JsonNode own) {
        var abilities = EnumSet.noneOf(Ability.class);
        for (var name : own.path("abilities")) {
            for (var ability : Ability.values()) {
                if (ability.name().equals(name.asText())) {
                    abilities.add(ability);
                }
            }
        }
        // It serves others as well, and its protocol has no word for it.
        abilities.remove(Ability.EXACTNESS);
        return Collections.unmodifiableSet(abilities);
    }
}
