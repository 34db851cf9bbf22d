package dev.thoughtscope.gguf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The header of a GGUF file that has passed every check.
///
/// @param metadata in the file's order; values are `Long` for whole numbers, `Double`, `Boolean`, `String` or [GgufArray]
/// @param size of the whole file in bytes
public record GgufFile(Path path, int version, Map<String, Object> metadata, List<GgufTensor> tensors, long size) {
    /// Reads and checks a file; the weights themselves are not read.
    ///
    /// @throws GgufException if it cannot be read or used, with the reason
    public static GgufFile read(Path path) throws GgufException {
        if (Files.isDirectory(path)) {
            throw new GgufException(path + " is a folder, not a model file.");
        }
        if (!Files.exists(path)) {
            throw new GgufException("There is no file " + path + ".");
        }
        try (var channel = FileChannel.open(path)) {
            var file = new GgufParser(new GgufInput(channel, path), path).parse();
            GgufChecks.check(file);
            return file;
        } catch (AccessDeniedException denied) {
            throw new GgufException("The file " + path + " may not be read by this user.", denied);
        } catch (IOException failed) {
            throw new GgufException("The file " + path + " cannot be read: " + failed.getMessage() + ".", failed);
        }
    }

    public Optional<String> text(String key) {
        return metadata.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public OptionalLong number(String key) {
        return metadata.get(key) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /// A number of the model's own architecture, such as `block_count`.
    public OptionalLong architectureNumber(String key) {
        return number(architecture() + "." + key);
    }

    public String architecture() {
        return text("general.architecture").orElse("");
    }

    /// All metadata that is one text or one whole number, as text.
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        metadata.forEach((key, value) -> {
            if (value instanceof String || value instanceof Long) {
                texts.put(key, value.toString());
            }
        });
        return texts;
    }

    /// How most weights are stored, as people name it: `F16`, `Q8_0`, `Q4_K_M`.
    public String quantisation() {
        return Quantisation.of(this);
    }

    /// Number of weights.
    public long parameters() {
        return tensors.stream().mapToLong(GgufTensor::elements).sum();
    }
}
