package dev.thoughtscope.engine;

import java.util.Map;

/// What an engine tells of its model.
///
/// @param file path or address that it was loaded from
/// @param description architecture and quantisation, as in `llama Q8_0`; of a server, its own words
/// @param parameters number of weights, 0 if unknown
/// @param bytes size of the weights, 0 if unknown
/// @param contextLength tokens that the engine has room for in one sequence
/// @param trainedContext tokens that the model was trained for, 0 if unknown
/// @param vocabularySize number of token ids, 0 if unknown
/// @param library name and version of what runs it
/// @param metadata of the model file, as far as it is one text or one whole number; chat template included
public record ModelInfo(
        String file,
        String name,
        String description,
        long parameters,
        long bytes,
        int contextLength,
        int trainedContext,
        int vocabularySize,
        String library,
        Map<String, String> metadata) {
    public ModelInfo {
        metadata = Map.copyOf(metadata);
    }
}
