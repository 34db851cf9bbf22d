package dev.thoughtscope.engine.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The library's functions on models and vocabularies. All but load and free may be called from any thread.
final class ModelApi {
    private final MethodHandle load;
    private final MethodHandle free;
    private final MethodHandle vocab;
    private final MethodHandle size;
    private final MethodHandle parameters;
    private final MethodHandle trainedContext;
    private final MethodHandle recurrent;
    private final MethodHandle encoder;
    private final MethodHandle vocabType;
    private final MethodHandle vocabSize;
    private final MethodHandle isEnd;
    private final MethodHandle first;
    private final MethodHandle addsFirst;
    private final MethodHandle tokenize;
    private final MethodHandle piece;
    private final MethodHandle chat;

    ModelApi(Symbols symbols) {
        load = symbols.function("llama_model_load_from_file", ADDRESS, ADDRESS, Symbols.PARAMS);
        free = symbols.procedure("llama_model_free", ADDRESS);
        vocab = symbols.function("llama_model_get_vocab", ADDRESS, ADDRESS);
        size = symbols.function("llama_model_size", JAVA_LONG, ADDRESS);
        parameters = symbols.function("llama_model_n_params", JAVA_LONG, ADDRESS);
        trainedContext = symbols.function("llama_model_n_ctx_train", JAVA_INT, ADDRESS);
        recurrent = symbols.function("llama_model_is_recurrent", JAVA_BOOLEAN, ADDRESS);
        encoder = symbols.function("llama_model_has_encoder", JAVA_BOOLEAN, ADDRESS);
        vocabType = symbols.function("llama_vocab_type", JAVA_INT, ADDRESS);
        vocabSize = symbols.function("llama_vocab_n_tokens", JAVA_INT, ADDRESS);
        isEnd = symbols.function("llama_vocab_is_eog", JAVA_BOOLEAN, ADDRESS, JAVA_INT);
        first = symbols.function("llama_vocab_bos", JAVA_INT, ADDRESS);
        addsFirst = symbols.function("llama_vocab_get_add_bos", JAVA_BOOLEAN, ADDRESS);
        tokenize = symbols.function(
                "llama_tokenize", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_BOOLEAN, JAVA_BOOLEAN);
        piece = symbols.function(
                "llama_token_to_piece", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_BOOLEAN);
        chat = symbols.function(
                "llama_chat_apply_template", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_BOOLEAN, ADDRESS, JAVA_INT);
    }

    MemorySegment load(MemorySegment path, MemorySegment params) {
        return Symbols.get(() -> (MemorySegment) load.invokeExact(path, params));
    }

    void free(MemorySegment model) {
        Symbols.run(() -> {
            free.invokeExact(model);
        });
    }

    MemorySegment vocab(MemorySegment model) {
        return Symbols.get(() -> (MemorySegment) vocab.invokeExact(model));
    }

    long size(MemorySegment model) {
        return toLong(size, model);
    }

    long parameters(MemorySegment model) {
        return toLong(parameters, model);
    }

    int trainedContext(MemorySegment model) {
        return toInt(trainedContext, model);
    }

    boolean recurrent(MemorySegment model) {
        return toBoolean(recurrent, model);
    }

    boolean hasEncoder(MemorySegment model) {
        return toBoolean(encoder, model);
    }

    int vocabType(MemorySegment vocab) {
        return toInt(vocabType, vocab);
    }

    int vocabSize(MemorySegment vocab) {
        return toInt(vocabSize, vocab);
    }

    int first(MemorySegment vocab) {
        return toInt(first, vocab);
    }

    boolean addsFirst(MemorySegment vocab) {
        return toBoolean(addsFirst, vocab);
    }

    boolean isEnd(MemorySegment vocab, int token) {
        return Symbols.get(() -> (boolean) isEnd.invokeExact(vocab, token));
    }

    int tokenize(MemorySegment vocab, MemorySegment text, int bytes, MemorySegment out, int room, boolean special) {
        return Symbols.get(() -> (int) tokenize.invokeExact(vocab, text, bytes, out, room, false, special));
    }

    int piece(MemorySegment vocab, int token, MemorySegment buffer) {
        return Symbols.get(() -> (int) piece.invokeExact(vocab, token, buffer, (int) buffer.byteSize(), 0, true));
    }

    int chat(MemorySegment template, MemorySegment messages, long count, MemorySegment buffer) {
        return Symbols.get(() -> (int) chat.invokeExact(template, messages, count, true, buffer, (int) buffer.byteSize()));
    }

    private static int toInt(MethodHandle handle, MemorySegment argument) {
        return Symbols.get(() -> (int) handle.invokeExact(argument));
    }

    private static long toLong(MethodHandle handle, MemorySegment argument) {
        return Symbols.get(() -> (long) handle.invokeExact(argument));
    }

    private static boolean toBoolean(MethodHandle handle, MemorySegment argument) {
        return Symbols.get(() -> (boolean) handle.invokeExact(argument));
    }
}
