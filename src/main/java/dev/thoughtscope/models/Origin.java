package dev.thoughtscope.models;

/// Who put a model where it lies.
public enum Origin {
    SHIPPED,
    /// Fetched by this app.
    FETCHED,
    /// A folder that the person named.
    FOLDER,
    LLAMA_CPP,
    HUGGING_FACE,
    LM_STUDIO,
    JAN,
    OLLAMA,
    GPT4ALL
}
