package dev.thoughtscope.app;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.host.HostedEngine;
import dev.thoughtscope.engine.http.ApiKey;
import dev.thoughtscope.engine.http.ServerOptions;
import dev.thoughtscope.engine.http.Servers;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.engine.llama.Offload;
import dev.thoughtscope.gguf.GgufException;
import dev.thoughtscope.models.ModelFacts;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.session.Home;
import dev.thoughtscope.session.Runner;
import dev.thoughtscope.session.Thinker;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.settings.ModelChoice.Device;
import dev.thoughtscope.viewmodel.models.ModelInUse;
import dev.thoughtscope.viewmodel.strip.StripSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Opens the model that a person chose.
///
/// @param notice told when the engine's process had to be started again
/// @param saving puts a runner before the one that thinks, which keeps what it starts
record EngineOpener(Consumer<String> notice, UnaryOperator<Runner> saving) implements ModelDesk.Opener {
    @Override
    public Loaded open(ModelChoice choice, String key) {
        var engine = engine(choice, key);
        var dialect = Dialects.of(engine);
        var runner = new Thinker(engine, dialect, Home.find().sampleQuestions(), Home.find().sampleAnswers());
        var model = new ModelInUse(choice, engine.model(), dialect.name(), engine.abilities(), facts(choice));
        return new Loaded(
                saving.apply(runner),
                StripSource.of(engine, Confidence.TOP5::mean),
                noStrip(engine),
                engine,
                model,
                engine::close);
    }

    private static Optional<String> noStrip(Engine engine) {
        try {
            Ability.SCORING.require(engine, "The token strip");
            return Optional.empty();
        } catch (EngineException lacking) {
            return Optional.of(lacking.getMessage());
        }
    }

    private Engine engine(ModelChoice choice, String key) {
        return switch (choice) {
            case ModelChoice.Shipped(var device) -> local(Home.find().shippedModel(), device);
            case ModelChoice.File(var file, var device) -> local(file, device);
            case ModelChoice.Server server ->
                Servers.open(server.address(), new ServerOptions(key(server, key), server.model(), ServerOptions.Limits.DEFAULT));
        };
    }

    private Engine local(Path file, Device device) {
        var options = LlamaOptions.of(file).withOffload(Offload.AUTO.withLayers(device.gpuLayers()));
        return HostedEngine.open(
                device.library().or(Home.find()::packedLibrary).map(options::withLibraryFolder).orElse(options), notice);
    }

    private static Optional<ApiKey> key(ModelChoice.Server server, String typed) {
        if (!server.keyVariable().isEmpty()) {
            return Optional.of(ApiKey.fromEnvironment(server.keyVariable()));
        }
        return typed.isBlank() ? Optional.empty() : Optional.of(ApiKey.typed(typed));
    }

    @Override
    public long bytes(ModelChoice choice) {
        return facts(choice).map(ModelFacts::memory).orElse(0L);
    }

    private static Optional<ModelFacts> facts(ModelChoice choice) {
        try {
            return switch (choice) {
                case ModelChoice.Shipped _ -> Optional.of(ModelFacts.read(Home.find().shippedModel()));
                case ModelChoice.File(var file, var _) -> Optional.of(ModelFacts.read(file));
                case ModelChoice.Server _ -> Optional.empty();
            };
        } catch (GgufException refused) {
            return Optional.empty();
        }
    }
}
