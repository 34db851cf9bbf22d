package dev.thoughtscope.engine.host;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.engine.llama.LlamaOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is said between the app and the engine's process. `id` ties an answer to its question.
sealed interface Frame {
    /// From the app.
    sealed interface Ask extends Frame {}

    record Open(LlamaOptions options) implements Ask {}

    record Tokenize(long id, String text, boolean special, boolean start) implements Ask {}

    record Chat(long id, List<Engine.Message> messages) implements Ask {}

    /// @param replayed tokens at the end of the prefix that a process now dead had sampled
    record Start(long id, GenerateRequest request, int replayed) implements Ask {}

    record Cancel(long id) implements Ask {}

    record Forget() implements Ask {}

    /// @param folder of a library to ask what it is, empty for the bundled one
    record Describe(Optional<Path> folder) implements Ask {}

    /// From the engine's process.
    sealed interface Tell extends Frame {}

    /// @param pieces of the whole vocabulary, so that steps need only name ids
    /// @param gpuLayers layers that found room on GPUs
    record Opened(ModelInfo model, List<Piece> pieces, int gpuLayers) implements Tell {}

    /// Something that the person should know.
    record Notice(String sentence) implements Tell {}

    record NotOpened(String sentence) implements Tell {}

    record Described(LibraryInfo library) implements Tell {}

    record Tokens(long id, Sequence tokens) implements Tell {}

    record Text(long id, String text) implements Tell {}

    record Step(long id, TokenStep step) implements Tell {}

    record Done(long id, StopReason reason, int sharedTokens, int computedTokens, EngineStats stats) implements Tell {}

    record Refused(long id, String sentence) implements Tell {}

    /// Sent every half second, whatever else happens.
    record Beat(EngineStats stats) implements Tell {}

    /// @param level as in `java.util.logging.Level`
    record LogLine(int level, String logger, String text) implements Tell {}
}
