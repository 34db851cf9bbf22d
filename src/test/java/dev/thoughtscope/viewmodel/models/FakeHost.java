package dev.thoughtscope.viewmodel.models;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.Device;
import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.LibraryInfo.Origin;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.models.FoundModel;
import dev.thoughtscope.models.ModelFacts;
import dev.thoughtscope.settings.ModelChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A computer with a few models, without any file.
public final class FakeHost implements ModelHost {
    public final List<ModelChoice> asked = new ArrayList<>();
    public final List<String> keys = new ArrayList<>();
    private final List<FoundModel> models;

    public FakeHost(FoundModel... models) {
        this.models = List.of(models);
    }

    public static FoundModel model(dev.thoughtscope.models.Origin origin, String title, long parameters) {
        var facts = new ModelFacts(title, "llama", "Q4_K", parameters, 32_768, "{{ messages }}", parameters * 6 / 10 + 1_500_000_000, 1);
        return new FoundModel(origin, Path.of("/models", title + ".gguf"), title, parameters * 6 / 10, Optional.of(facts), "");
    }

    public static FoundModel refused(String title) {
        return new FoundModel(
                dev.thoughtscope.models.Origin.LLAMA_CPP, Path.of("/cache", title + ".gguf"), title, 100, Optional.empty(),
                "The file /cache/" + title + ".gguf ends at byte 100,000, before its tensor table is complete.");
    }

    public static ModelInUse inUse(ModelChoice choice, Set<Ability> abilities) {
        var info = new ModelInfo(
                "/models/qwen.gguf", "Qwen 2.5 7B Instruct", "qwen2 7B Q4_K", 7_615_616_512L, 4_683_073_536L, 16_384, 32_768,
                152_064, "llama.cpp b4916", Map.of("tokenizer.chat_template", "{% for message in messages %}…"));
        var facts = new ModelFacts("Qwen", "qwen2", "Q4_K", 7_615_616_512L, 32_768, "x", 6_100_000_000L, 1);
        return new ModelInUse(
                choice, info, "chain-of-thought", abilities,
                choice instanceof ModelChoice.Server ? Optional.empty() : Optional.of(facts));
    }

    public static ModelInUse inUse(ModelChoice choice) {
        return inUse(choice, EnumSet.allOf(Ability.class));
    }

    @Override
    public void use(ModelChoice choice, String key) {
        asked.add(choice);
        keys.add(key);
    }

    @Override
    public void scan(List<Path> folders, Consumer<FoundModel> onFound, Runnable onEnd) {
        models.forEach(onFound);
        onEnd.run();
    }

    @Override
    public void describe(Path file, Consumer<FoundModel> onKnown) {
        onKnown.accept(models.stream().filter(model -> model.file().equals(file)).findFirst()
                .orElseGet(() -> model(dev.thoughtscope.models.Origin.FETCHED, "qwen", 4_000_000_000L)));
    }

    @Override
    public void libraries(Consumer<LibraryInfo> onFound, Runnable onEnd) {
        onFound.accept(new LibraryInfo(
                Origin.BUNDLED, Optional.empty(), "llama.cpp b4916", List.of("CPU"), List.of(), List.of("AVX2"), ""));
        onFound.accept(new LibraryInfo(
                Origin.LM_STUDIO, Optional.of(Path.of("/lm/cuda")), "llama.cpp b6000", List.of("CPU", "CUDA"),
                List.of(new Device("CUDA0", "NVIDIA GeForce RTX 4090", Device.Kind.GPU, 22_000_000_000L, 24_000_000_000L)),
                List.of("AVX512"), ""));
        onEnd.run();
    }

    @Override
    public void library(Path folder, Consumer<LibraryInfo> onKnown) {
        onKnown.accept(LibraryInfo.unusable(Origin.CHOSEN, Optional.of(folder), "There is no llama.cpp in " + folder + "."));
    }
}
