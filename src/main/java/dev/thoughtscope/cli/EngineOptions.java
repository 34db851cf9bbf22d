package dev.thoughtscope.cli;

import dev.thoughtscope.download.Store;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.host.HostedEngine;
import dev.thoughtscope.engine.host.LibraryFinder;
import dev.thoughtscope.engine.http.ApiKey;
import dev.thoughtscope.engine.http.ServerOptions;
import dev.thoughtscope.engine.http.Servers;
import dev.thoughtscope.engine.llama.LlamaEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.engine.llama.Offload;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.session.Home;
import java.nio.file.Path;
import java.util.List;
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

    @Option(
            names = "--gpu-layers",
            paramLabel = "N",
            description = "Layers on GPUs, where the library has one: a number, all, or auto for as many as have room."
                    + " Default: auto.")
    String gpuLayers = "auto";

    @Option(
            names = "--device",
            split = ",",
            paramLabel = "NAME",
            description = "The GPUs to use, as models libraries names them. Default: all.")
    List<String> devices = List.of();

    @Option(
            names = "--split",
            paramLabel = "MODE",
            description = "How several GPUs share the work: none, layer or row. Default: layer.")
    Offload.Split split = Offload.Split.LAYER;

    @Option(
            names = "--library",
            paramLabel = "FOLDER",
            description = "A folder with llama.cpp's libraries, or auto for the best that models libraries finds. Default: the"
                    + " bundled one.")
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
        return inProcess ? LlamaEngine.open(options(), notice) : HostedEngine.open(options(), notice);
    }

    public LlamaOptions options() {
        var options = LlamaOptions.of(modelFile())
                .withCells(cells)
                .withThreads(threads)
                .withOffload(new Offload(layers(), devices, split));
        return libraryFolder()
                .or(Home.find()::packedLibrary)
                .map(options::withLibraryFolder)
                .orElse(options);
    }

    private Optional<Path> libraryFolder() {
        if (library == null || !library.toString().equals("auto")) {
            return Optional.ofNullable(library);
        }
        try {
            return LibraryInfo.best(new LibraryFinder(Store.find().libraries(), Home.find().packedLibrary()).find(_ -> {})).flatMap(LibraryInfo::folder);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new EngineException("Looking for libraries was interrupted.");
        }
    }

    private int layers() {
        return switch (gpuLayers) {
            case "auto" -> Offload.AUTOMATIC;
            case "all", "-1" -> Offload.ALL;
            case String count when count.matches("\\d{1,5}") -> Integer.parseInt(count);
            default -> throw new IllegalArgumentException("--gpu-layers takes a number, all or auto, not " + gpuLayers + ".");
        };
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
