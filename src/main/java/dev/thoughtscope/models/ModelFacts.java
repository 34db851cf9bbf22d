package dev.thoughtscope.models;

import dev.thoughtscope.engine.llama.MemoryEstimate;
import dev.thoughtscope.gguf.GgufException;
import dev.thoughtscope.gguf.GgufFile;
import dev.thoughtscope.gguf.GgufTensor;
import dev.thoughtscope.gguf.TensorType;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// What a model file says of itself, read from its header.
///
/// @param name empty if the file has none
/// @param quantisation how most of its bytes are stored, such as `Q4_K`
/// @param parameters number of weights
/// @param context tokens that it was trained for, 0 if unknown
/// @param template its chat template, empty if it has none
/// @param memory bytes that it needs with a cache of [#CELLS] tokens, or of its whole context if that is less
/// @param parts files that it consists of
public record ModelFacts(
        String name,
        String architecture,
        String quantisation,
        long parameters,
        long context,
        String template,
        long memory,
        int parts) {
    public static final int CELLS = 16_384;

    /// Reads and checks a header. Not for the JavaFX thread.
    ///
    /// @throws GgufException if the file is no model that can be used: one sentence with the byte where it goes wrong
    public static ModelFacts read(Path file) throws GgufException {
        var header = GgufFile.read(file);
        long context = header.architectureNumber("context_length").orElse(0);
        int cells = (int) (context > 0 ? Math.min(context, CELLS) : CELLS);
        return new ModelFacts(
                header.text("general.name").orElse(""),
                header.architecture(),
                quantisation(header),
                header.parameters(),
                context,
                header.text("tokenizer.chat_template").orElse(""),
                MemoryEstimate.of(header, cells).total(),
                Math.clamp(header.number("split.count").orElse(1), 1, 10_000));
    }

    private static String quantisation(GgufFile header) {
        var bytes = new EnumMap<TensorType, Long>(TensorType.class);
        for (GgufTensor tensor : header.tensors()) {
            bytes.merge(tensor.type(), tensor.bytes(), Long::sum);
        }
        return bytes.entrySet().stream().max(Map.Entry.comparingByValue()).map(entry -> entry.getKey().name()).orElse("");
    }
}
