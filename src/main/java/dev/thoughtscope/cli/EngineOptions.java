package dev.thoughtscope.cli;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.host.HostedEngine;
import dev.thoughtscope.engine.http.ApiKey;
import dev.thoughtscope.engine.http.ServerOptions;
import dev.thoughtscope.engine.http.Servers;
import dev.thoughtscope.engine.llama.LlamaEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.session.Home;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// Which model, and how it runs: the options that every command with a model has.
public final class EngineOptions {
    @Option(names = "--model", paramLabel = "FILE", description = "A GGUF model. Default: the small model that ships.")
    Path model;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "How the model writes its thinking: marco-o1, open-o1, deepseek-r1, qwq, quiet-star,"
                    + " quiet-star-code, o1 (hidden) or chain-of-thought."
                    + " Default: as the model file suggests.")
    String dialect;

    @Option(names = "--threads", paramLabel = "N", description = "Processor threads. Default: one less than there are.")
    int threads;

    @Option(names = "--cells", paramLabel = "N", description = "Tokens that the KV cache holds. Default: by memory.")
    int cells;

    @Option(names = "--gpu-layers", paramLabel = "N", description = "Layers on the GPU, -1 for all. Default: 0.")
    int gpuLayers;

    @Option(
            names = "--library",
            paramLabel = "FOLDER",
            description = "A folder with llama.cpp's libraries. Default: the bundled one.")
    Path library;

    @Option(
            names = "--in-process",
            description = "Load the native library into this process: a little faster to start, but a broken model file"
                    + " may end it.")
    boolean inProcess;

    @Option(
            names = "--engine",
            paramLabel = "URL",
            description = "A server instead of a model file: llama-server, thoughtscope serve, or one with OpenAI's"
                    + " protocol (vLLM, SGLang, LM Studio, Ollama).")
    String server;

    @Option(names = "--served-model", paramLabel = "NAME", description = "Which of the server's models. Default: its first.")
    String servedModel = "";

    @Option(
            names = "--api-key-env",
            paramLabel = "NAME",
            description = "The environment variable with the key or token that the server asks for.")
    String keyVariable;

    /// @param notice told when the engine's process had to be started again
    public Engine open(Consumer<String> notice) {
        if (server != null) {
            var key = Optional.ofNullable(keyVariable).map(ApiKey::fromEnvironment);
            return Servers.open(server, new ServerOptions(key, servedModel, ServerOptions.Limits.DEFAULT));
        }
        return inProcess ? LlamaEngine.open(options()) : HostedEngine.open(options(), notice);
    }

    public LlamaOptions options() {
        var options = LlamaOptions.of(modelFile())
                .withCells(cells)
                .withThreads(threads)
                .withGpuLayers(gpuLayers);
        return library == null ? options : options.withLibraryFolder(library);
    }

    public Path modelFile() {
        return model == null ? Home.find().shippedModel() : model;
    }

    public Dialect dialectFor(Engine engine) {
        if (dialect == null) {
            return Dialects.of(engine);
        }
        return Dialects.named(dialect)
                .orElseThrow(() -> new EngineException("There is no dialect \"" + dialect + "\": choose "
                        + Dialects.names() + "."));
    }
}
