package dev.thoughtscope.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Ollama keeps models as blobs without names; its manifests know which is which.
final class OllamaNames {
    private static final String MODEL = "application/vnd.ollama.image.model";
    private static final int DEPTH = 6;
    private static final long MOST_BYTES = 1 << 20;

    private OllamaNames() {}

    /// Blobs of models with their names, such as `llama3.2:3b`.
    ///
    /// @param models Ollama's folder, which holds `manifests` and `blobs`
    /// @throws IOException if its manifests cannot be listed
    static Map<Path, String> of(Path models) throws IOException {
        var names = new LinkedHashMap<Path, String>();
        var manifests = models.resolve("manifests");
        if (!Files.isDirectory(manifests)) {
            return names;
        }
        try (var files = Files.walk(manifests, DEPTH)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                blob(models, file).ifPresent(blob -> names.putIfAbsent(blob, name(manifests.relativize(file))));
            }
        }
        return names;
    }

    private static Optional<Path> blob(Path models, Path manifest) {
        try {
            if (Files.size(manifest) > MOST_BYTES) {
                return Optional.empty();
            }
            for (var layer : new ObjectMapper().readTree(Files.readString(manifest)).path("layers")) {
                var digest = layer.path("digest").asText("");
                if (layer.path("mediaType").asText("").equals(MODEL) && digest.matches("sha256:[0-9a-f]{64}")) {
                    return Optional.of(models.resolve("blobs").resolve(digest.replace(':', '-')));
                }
            }
        } catch (IOException unreadable) {
            // one that cannot be read names nothing
        }
        return Optional.empty();
    }

    /// Server, library, name and tag; the usual server and library go without saying.
    private static String name(Path manifest) {
        int count = manifest.getNameCount();
        String tag = manifest.getFileName().toString();
        String name = count > 1 ? manifest.getName(count - 2).toString() : "";
        String library = count > 2 ? manifest.getName(count - 3).toString() : "library";
        return (library.equals("library") ? "" : library + "/") + name + ":" + tag;
    }
}
