package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.Piece;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// A loaded model and its vocabulary. Reading is safe from any thread until it is closed.
final class LlamaModel implements AutoCloseable {
    private static final int NO_VOCABULARY = 0;

    final LlamaLibrary library;
    final MemorySegment handle;
    final int vocabularySize;
    final int trainedContext;

    private final ModelApi api;
    private final MemorySegment vocab;
    private final boolean hasVocabulary;
    private final AtomicReferenceArray<Piece> pieces;
    private final Set<String> grammars = ConcurrentHashMap.newKeySet();

    private LlamaModel(LlamaLibrary library, MemorySegment handle) {
        this.library = library;
        this.handle = handle;
        api = library.models();
        vocab = api.vocab(handle);
        hasVocabulary = api.vocabType(vocab) != NO_VOCABULARY;
        vocabularySize = api.vocabSize(vocab);
        trainedContext = api.trainedContext(handle);
        pieces = new AtomicReferenceArray<>(vocabularySize);
    }

    /// @throws EngineException if the library refuses the file or the model cannot serve a tree
    static LlamaModel load(LlamaLibrary library, LlamaOptions options, Placement placement) {
        try (var arena = Arena.ofConfined()) {
            var params = library.modelDefaults(arena);
            place(library, options, placement, params, arena);
            var path = arena.allocateFrom(options.model().toString());
            library.log().clear();
            var handle = library.models().load(path, params);
            if (handle.equals(MemorySegment.NULL)) {
                throw new EngineException("llama.cpp cannot load " + options.model() + ": " + reason(library));
            }
            return new LlamaModel(library, handle).checked(options);
        }
    }

    /// Names the devices to the library, none for the processor alone, so that it leaves all others alone.
    private static void place(
            LlamaLibrary library, LlamaOptions options, Placement placement, MemorySegment params, Arena arena) {
        var struct = library.layout().modelParams();
        struct.setInt(params, "n_gpu_layers", placement.layers());
        struct.setInt(params, "split_mode", options.offload().split().ordinal());
        var handles = library.devices().handles(placement.devices());
        var list = arena.allocate(ValueLayout.ADDRESS, handles.size() + 1L);
        for (int i = 0; i < handles.size(); i++) {
            list.setAtIndex(ValueLayout.ADDRESS, i, handles.get(i));
        }
        struct.setPointer(params, "devices", list);
    }

    private LlamaModel checked(LlamaOptions options) {
        if (api.recurrent(handle) || api.hasEncoder(handle)) {
            var kind = api.recurrent(handle) ? "a recurrent model" : "a model with an encoder";
            close();
            throw new EngineException(options.model() + " is " + kind
                    + ", whose state cannot be shared between branches; choose a plain decoder model.");
        }
        return this;
    }

    private static String reason(LlamaLibrary library) {
        return library.log().last().reversed().stream()
                .filter(line -> line.contains("error") || line.contains("failed"))
                .findFirst()
                .orElse("it gives no reason.");
    }

    long parameters() {
        return api.parameters(handle);
    }

    long bytes() {
        return api.size(handle);
    }

    /// The token that the model wants before every text, if it wants one.
    Optional<Integer> firstToken() {
        int token = hasVocabulary ? api.first(vocab) : -1;
        return token >= 0 && api.addsFirst(vocab) ? Optional.of(token) : Optional.empty();
    }

    int[] tokenize(String text, boolean special) {
        if (!hasVocabulary) {
            throw new EngineException("This model has no vocabulary, so it cannot read text.");
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var arena = Arena.ofConfined()) {
            var input = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            int room = bytes.length + 8;
            var tokens = arena.allocate(ValueLayout.JAVA_INT, room);
            int count = api.tokenize(vocab, input, bytes.length, tokens, room, special);
            if (count < 0) {
                tokens = arena.allocate(ValueLayout.JAVA_INT, -count);
                count = api.tokenize(vocab, input, bytes.length, tokens, -count, special);
            }
            return tokens.asSlice(0, count * 4L).toArray(ValueLayout.JAVA_INT);
        }
    }

    /// @throws EngineException if the token is outside the vocabulary
    Piece piece(int token) {
        check(token);
        var known = pieces.get(token);
        if (known == null) {
            known = readPiece(token);
            pieces.set(token, known);
        }
        return known;
    }

    private Piece readPiece(int token) {
        if (!hasVocabulary) {
            return Piece.EMPTY;
        }
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(64);
            int length = api.piece(vocab, token, buffer);
            if (length < 0) {
                buffer = arena.allocate(-length);
                length = api.piece(vocab, token, buffer);
            }
            return Piece.of(buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    /// Whether the model ends its text with this token.
    boolean isEnd(int token) {
        check(token);
        return hasVocabulary && api.isEnd(vocab, token);
    }

    void check(int token) {
        if (token < 0 || token >= vocabularySize) {
            throw new EngineException(
                    "Token " + token + " is outside the model's vocabulary of " + vocabularySize + " tokens.");
        }
    }

    /// Whether a grammar is known to be readable; to find out costs a pass over the vocabulary.
    boolean hasReadGrammar(String text) {
        return grammars.contains(text);
    }

    void noteGrammar(String text) {
        grammars.add(text);
    }

    MemorySegment vocab() {
        return vocab;
    }

    @Override
    public void close() {
        api.free(handle);
    }
}
