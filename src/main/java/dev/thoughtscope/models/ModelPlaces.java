package dev.thoughtscope.models;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where other programs keep their models: the folders that they use unless told otherwise, and those that their
/// environment variables name.
///
/// @param home the person's folder
/// @param environment value of a variable, null where it is not set
/// @param os name of the system, in lower case
public record ModelPlaces(Path home, UnaryOperator<String> environment, String os) {
    /// A folder to look into.
    public record Place(Origin origin, Path folder) {}

    public static ModelPlaces here() {
        return new ModelPlaces(
                Path.of(System.getProperty("user.home", ".")),
                System::getenv,
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT));
    }

    /// All of them, whether they exist or not.
    public List<Place> all() {
        var places = new ArrayList<Place>();
        var cache = cache();
        named(places, Origin.LLAMA_CPP, "LLAMA_CACHE", cache.resolve("llama.cpp"));
        named(places, Origin.HUGGING_FACE, "HF_HUB_CACHE", home.resolve(".cache/huggingface/hub"));
        folder("HF_HOME").ifPresent(folder -> places.add(new Place(Origin.HUGGING_FACE, folder.resolve("hub"))));
        places.add(new Place(Origin.LM_STUDIO, home.resolve(".lmstudio/models")));
        places.add(new Place(Origin.LM_STUDIO, home.resolve(".cache/lm-studio/models")));
        for (var data : List.of(applicationData(), home.resolve(".config"))) {
            places.add(new Place(Origin.JAN, data.resolve("Jan/data/llamacpp/models")));
            places.add(new Place(Origin.JAN, data.resolve("Jan/data/models")));
        }
        places.add(new Place(Origin.JAN, home.resolve("jan/models")));
        named(places, Origin.OLLAMA, "OLLAMA_MODELS", home.resolve(".ollama/models"));
        places.add(new Place(Origin.OLLAMA, Path.of("/usr/share/ollama/.ollama/models")));
        places.add(new Place(Origin.GPT4ALL, localData().resolve("nomic.ai/GPT4All")));
        return List.copyOf(places);
    }

    private void named(List<Place> places, Origin origin, String variable, Path usual) {
        places.add(new Place(origin, folder(variable).orElse(usual)));
    }

    private Optional<Path> folder(String variable) {
        var value = environment.apply(variable);
        try {
            return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    private Path cache() {
        if (os.contains("mac")) {
            return home.resolve("Library/Caches");
        }
        return os.contains("windows") ? localData() : folder("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
    }

    private Path applicationData() {
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support");
        }
        return os.contains("windows")
                ? folder("APPDATA").orElse(home.resolve("AppData/Roaming"))
                : folder("XDG_DATA_HOME").orElse(home.resolve(".local/share"));
    }

    private Path localData() {
        return os.contains("windows")
                ? folder("LOCALAPPDATA").orElse(home.resolve("AppData/Local"))
                : applicationData();
    }
}
