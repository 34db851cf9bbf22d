package dev.thoughtscope.gguf;

import java.util.List;

/// What must agree inside a header, beyond its form: what the library takes on trust.
final class GgufChecks {
    private static final int MOST_LAYERS = 1024;
    private static final List<String> SPECIAL_TOKENS =
            List.of("bos", "eos", "eot", "eom", "unknown", "seperator", "separator", "padding", "cls", "mask");

    private GgufChecks() {}

    static void check(GgufFile file) throws GgufException {
        if (file.tensors().isEmpty()) {
            throw wrong(file, "it holds no tensors, so it is a vocabulary without a model");
        }
        if (file.architecture().isEmpty()) {
            throw wrong(file, "general.architecture is missing or not text");
        }
        if (file.architecture().equals("clip") || file.metadata().containsKey("general.type")
                && !"model".equals(file.metadata().get("general.type"))) {
            throw new GgufException(file.path() + " is a GGUF file of kind "
                    + file.text("general.type").orElse(file.architecture()) + ", not a language model.");
        }
        shape(file);
        vocabulary(file);
    }

    private static void shape(GgufFile file) throws GgufException {
        within(file, "block_count", 1, MOST_LAYERS);
        within(file, "embedding_length", 1, 1 << 20);
        within(file, "context_length", 1, 1 << 30);
        optionalWithin(file, "attention.head_count", 1, 1 << 16);
        optionalWithin(file, "attention.head_count_kv", 1, 1 << 16);
        optionalWithin(file, "attention.key_length", 1, 1 << 16);
        optionalWithin(file, "attention.value_length", 1, 1 << 16);
        optionalWithin(file, "feed_forward_length", 1, 1 << 24);
        optionalWithin(file, "rope.dimension_count", 1, 1 << 16);
        optionalWithin(file, "vocab_size", 1, 1 << 24);
        fraction(file, "attention.layer_norm_rms_epsilon", 0, 1);
        fraction(file, "attention.layer_norm_epsilon", 0, 1);
        fraction(file, "rope.freq_base", 0, 1e12);
        long width = file.architectureNumber("embedding_length").orElseThrow();
        long heads = file.architectureNumber("attention.head_count").orElse(1);
        long kvHeads = file.architectureNumber("attention.head_count_kv").orElse(heads);
        if (file.architectureNumber("attention.key_length").isEmpty() && width % heads != 0) {
            throw wrong(file, "its width of " + width + " is no multiple of its " + heads + " attention heads");
        }
        if (heads % kvHeads != 0) {
            throw wrong(file, "its " + heads + " attention heads are no multiple of its " + kvHeads + " key heads");
        }
    }

    private static void within(GgufFile file, String key, long least, long most) throws GgufException {
        if (!file.metadata().containsKey(file.architecture() + "." + key)) {
            throw wrong(file, file.architecture() + "." + key + " is missing");
        }
        optionalWithin(file, key, least, most);
    }

    /// Some architectures give one number for each layer: an array, which is let through.
    private static void optionalWithin(GgufFile file, String key, long least, long most) throws GgufException {
        var value = file.metadata().get(file.architecture() + "." + key);
        boolean fine = value == null
                || value instanceof GgufArray
                || value instanceof Long number && number >= least && number <= most;
        if (!fine) {
            throw wrong(file, file.architecture() + "." + key + " is " + value + ", outside " + least + " to " + most);
        }
    }

    private static void fraction(GgufFile file, String key, double least, double most) throws GgufException {
        var value = file.metadata().get(file.architecture() + "." + key);
        if (value != null && !(value instanceof Double number && number >= least && number <= most)) {
            throw wrong(file, file.architecture() + "." + key + " is " + value + ", outside " + least + " to " + most);
        }
    }

    private static void vocabulary(GgufFile file) throws GgufException {
        var model = file.metadata().get("tokenizer.ggml.model");
        if (model == null || model.equals("none") || model.equals("no_vocab")) {
            return;
        }
        if (!(model instanceof String)) {
            throw wrong(file, "tokenizer.ggml.model is not text");
        }
        if (!(file.metadata().get("tokenizer.ggml.tokens") instanceof GgufArray(GgufType type, long tokens))
                || type != GgufType.STRING
                || tokens == 0) {
            throw wrong(file, "tokenizer.ggml.tokens is missing or no list of texts");
        }
        parallel(file, "scores", GgufType.FLOAT32, tokens);
        parallel(file, "token_type", GgufType.INT32, tokens);
        if (file.metadata().getOrDefault("tokenizer.ggml.merges", new GgufArray(GgufType.STRING, 0))
                instanceof GgufArray(GgufType merges, long _) && merges != GgufType.STRING) {
            throw wrong(file, "tokenizer.ggml.merges is no list of texts");
        }
        specialTokens(file, tokens);
        embedding(file, tokens);
    }

    private static void parallel(GgufFile file, String name, GgufType type, long tokens) throws GgufException {
        var value = file.metadata().get("tokenizer.ggml." + name);
        if (value != null && !value.equals(new GgufArray(type, tokens))) {
            throw wrong(file, "tokenizer.ggml." + name + " does not have one " + type + " for each of the " + tokens
                    + " tokens");
        }
    }

    private static void specialTokens(GgufFile file, long tokens) throws GgufException {
        for (var name : SPECIAL_TOKENS) {
            var key = "tokenizer.ggml." + name + "_token_id";
            var value = file.metadata().get(key);
            // 4294967295 is written for "none".
            if (value != null && !(value instanceof Long id && (id >= 0 && id < tokens || id == 0xFFFF_FFFFL || id == -1))) {
                throw wrong(file, key + " is " + value + ", and there are " + tokens + " tokens");
            }
        }
    }

    private static void embedding(GgufFile file, long tokens) throws GgufException {
        long width = file.architectureNumber("embedding_length").orElseThrow();
        for (var tensor : file.tensors()) {
            if (tensor.name().equals("token_embd.weight")
                    && (tensor.shape().size() != 2
                            || tensor.shape().get(0) != width
                            || tensor.shape().get(1) != tokens)) {
                throw wrong(file, "token_embd.weight has the shape " + tensor.shape() + ", where width and vocabulary are ["
                        + width + ", " + tokens + "]");
            }
        }
    }

    private static GgufException wrong(GgufFile file, String what) {
        return new GgufException(file.path() + " cannot be used: " + what + ".");
    }
}
