package dev.thoughtscope.engine.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The library's functions on a context and the KV cells of its sequences.
final class ContextApi {
    /// `llama_batch`; the same in all releases that we know.
    static final MemoryLayout BATCH = MemoryLayout.structLayout(
            JAVA_INT.withName("n_tokens"),
            MemoryLayout.paddingLayout(4),
            ADDRESS.withName("token"),
            ADDRESS.withName("embd"),
            ADDRESS.withName("pos"),
            ADDRESS.withName("n_seq_id"),
            ADDRESS.withName("seq_id"),
            ADDRESS.withName("logits"));

    private final MethodHandle create;
    private final MethodHandle free;
    private final MethodHandle memory;
    private final MethodHandle decode;
    private final MethodHandle logits;
    private final MethodHandle copy;
    private final MethodHandle remove;
    private final MethodHandle defrag;
    private final MethodHandle update;

    ContextApi(Symbols symbols, LibraryLayout.Memory kind) {
        boolean old = kind == LibraryLayout.Memory.KV_SELF;
        var prefix = old ? "llama_kv_self_" : "llama_memory_";
        create = symbols.function("llama_init_from_model", ADDRESS, ADDRESS, Symbols.PARAMS);
        free = symbols.procedure("llama_free", ADDRESS);
        memory = old ? null : symbols.function("llama_get_memory", ADDRESS, ADDRESS);
        decode = symbols.function("llama_decode", JAVA_INT, ADDRESS, BATCH);
        logits = symbols.function("llama_get_logits", ADDRESS, ADDRESS);
        copy = symbols.procedure(prefix + "seq_cp", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        remove = symbols.function(prefix + "seq_rm", JAVA_BOOLEAN, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
        defrag = old ? symbols.procedure("llama_kv_self_defrag", ADDRESS) : null;
        update = old ? symbols.procedure("llama_kv_self_update", ADDRESS) : null;
    }

    MemorySegment create(MemorySegment model, MemorySegment params) {
        return Symbols.get(() -> (MemorySegment) create.invokeExact(model, params));
    }

    void free(MemorySegment context) {
        Symbols.run(() -> {
            free.invokeExact(context);
        });
    }

    /// What the functions on sequences take as their first argument.
    MemorySegment memory(MemorySegment context) {
        return memory == null ? context : Symbols.get(() -> (MemorySegment) memory.invokeExact(context));
    }

    int decode(MemorySegment context, MemorySegment batch) {
        return Symbols.get(() -> (int) decode.invokeExact(context, batch));
    }

    MemorySegment logits(MemorySegment context) {
        return Symbols.get(() -> (MemorySegment) logits.invokeExact(context));
    }

    void copy(MemorySegment memory, int source, int target, int from, int to) {
        Symbols.run(() -> {
            copy.invokeExact(memory, source, target, from, to);
        });
    }

    boolean remove(MemorySegment memory, int sequence, int from, int to) {
        return Symbols.get(() -> (boolean) remove.invokeExact(memory, sequence, from, to));
    }

    boolean canDefrag() {
        return defrag != null;
    }

    void defrag(MemorySegment context) {
        Symbols.run(() -> {
            defrag.invokeExact(context);
            update.invokeExact(context);
        });
    }
}
