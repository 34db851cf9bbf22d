package dev.thoughtscope.gguf;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How a file's weights are stored, as people name it: `F16`, `Q8_0`, `Q4_K_M`.
final class Quantisation {
    /// By `general.file_type`, as in llama.cpp's `llama_ftype`; empty where no files are made any more.
    private static final List<String> FILE_TYPES = List.of(
            "F32", "F16", "Q4_0", "Q4_1", "", "", "", "Q8_0", "Q5_0", "Q5_1", "Q2_K", "Q3_K_S", "Q3_K_M", "Q3_K_L", "Q4_K_S",
            "Q4_K_M", "Q5_K_S", "Q5_K_M", "Q6_K", "IQ2_XXS", "IQ2_XS", "Q2_K_S", "IQ3_XS", "IQ3_XXS", "IQ1_S", "IQ4_NL",
            "IQ3_S", "IQ3_M", "IQ2_S", "IQ2_M", "IQ4_XS", "IQ1_M", "BF16", "", "", "", "TQ1_0", "TQ2_0", "MXFP4_MOE");

    private Quantisation() {}

    /// The type that most weights have; where the file's own name for its mixture is of the same family, that name.
    /// Empty for a file without tensors.
    static String of(GgufFile file) {
        Map<TensorType, Long> weights = new EnumMap<>(TensorType.class);
        file.tensors().forEach(tensor -> weights.merge(tensor.type(), tensor.elements(), Long::sum));
        var most = weights.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        int told = (int) file.number("general.file_type").orElse(-1);
        String label = told >= 0 && told < FILE_TYPES.size() ? FILE_TYPES.get(told) : "";
        return most.map(type -> family(label).equals(family(type.name())) ? label : type.name()).orElse("");
    }

    private static String family(String name) {
        int end = name.indexOf('_');
        return end < 0 ? name : name.substring(0, end);
    }
}
