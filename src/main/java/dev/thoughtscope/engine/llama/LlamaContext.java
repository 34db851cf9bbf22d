package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.EngineException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// One context: a batch to fill, forward passes, and the cells of its sequences. For the owning thread alone,
/// [#abort(boolean)] excepted.
final class LlamaContext implements AutoCloseable {
    enum Outcome {
        DONE,
        /// No contiguous run of free cells; nothing has changed.
        FULL,
        /// Ended by [#abort(boolean)]; what has been written is undefined.
        ABORTED
    }

    /// Not every GPU backend has flash attention for every head size; forced, it runs on the processor in between.
    private static final int WHERE_SUPPORTED = -1;

    private static final int LEAST_BATCH = 64;
    private static final int MOST_BATCH = 512;

    final int cells;

    /// Tokens of one forward pass. Small in a small cache, because moving cells together needs as many free.
    final int maxBatch;

    private final Arena arena = Arena.ofShared();
    private final ContextApi api;
    private final LlamaModel model;
    private final LibraryLayout layout;
    private final MemorySegment handle;
    private final MemorySegment memory;
    private final MemorySegment batch = arena.allocate(ContextApi.BATCH);
    private final MemorySegment tokens = arena.allocate(ValueLayout.JAVA_INT, MOST_BATCH);
    private final MemorySegment positions = arena.allocate(ValueLayout.JAVA_INT, MOST_BATCH);
    private final MemorySegment sequences = arena.allocate(ValueLayout.JAVA_INT, MOST_BATCH);
    private final MemorySegment flags = arena.allocate(ValueLayout.JAVA_BYTE, MOST_BATCH);
    /// Outlives the context: another thread may still write to it.
    private final MemorySegment stop = Arena.ofAuto().allocate(2);
    private MemorySegment logits = MemorySegment.NULL;
    private int count;
    private int outputs;

    LlamaContext(LlamaModel model, int cells, LlamaOptions options) {
        this.model = model;
        this.cells = cells;
        maxBatch = batch(cells);
        api = model.library.contexts();
        layout = model.library.layout();
        handle = create(options);
        if (handle.equals(MemorySegment.NULL)) {
            arena.close();
            throw new EngineException("There is not enough memory for a context of " + cells + " tokens for "
                    + options.model() + "; ask for fewer.");
        }
        memory = api.memory(handle);
        wireBatch();
    }

    static int batch(int cells) {
        return Math.clamp(cells / 8, LEAST_BATCH, MOST_BATCH);
    }

    private MemorySegment create(LlamaOptions options) {
        var params = model.library.contextDefaults(arena);
        var struct = layout.contextParams();
        struct.setInt(params, "n_ctx", cells);
        struct.setInt(params, "n_batch", maxBatch);
        struct.setInt(params, "n_ubatch", maxBatch);
        struct.setInt(params, "n_seq_max", layout.memory() == LibraryLayout.Memory.KV_SELF ? 1 : layout.maxSequences());
        struct.setInt(params, "n_threads", options.threadsOrDefault());
        struct.setInt(params, "n_threads_batch", options.threadsOrDefault());
        struct.setBool(params, "no_perf", true);
        setAttention(params, struct, options);
        abortCallback(params, struct);
        return api.create(model.handle, params);
    }

    private void setAttention(MemorySegment params, NativeStruct struct, LlamaOptions options) {
        if (struct.has("flash_attn")) {
            struct.setBool(params, "flash_attn", options.flashAttention());
        } else {
            struct.setInt(params, "flash_attn_type", options.flashAttention() ? WHERE_SUPPORTED : 0);
            struct.setBool(params, "kv_unified", true);
            // Every row of a batch may want logits, all of one sequence when it is scored; the library
            // ends the process when it has fewer than sequences.
            int most = Math.max(maxBatch, layout.maxSequences());
            struct.setInt(params, "n_outputs_max", most);
            struct.setInt(params, "n_outputs_max_per_seq", most);
        }
    }

    /// The library asks after every node of its graph whether to stop. C's `strlen` on a string that is
    /// empty or not is that answer, and a hundred times cheaper than a call into Java.
    private void abortCallback(MemorySegment params, NativeStruct struct) {
        Symbols.LINKER.defaultLookup().find("strlen").ifPresent(strlen -> {
            struct.setPointer(params, "abort_callback", strlen);
            struct.setPointer(params, "abort_callback_data", stop);
        });
    }

    private void wireBatch() {
        var counts = arena.allocate(ValueLayout.JAVA_INT, MOST_BATCH);
        var pointers = arena.allocate(ValueLayout.ADDRESS, MOST_BATCH);
        for (int i = 0; i < MOST_BATCH; i++) {
            counts.setAtIndex(ValueLayout.JAVA_INT, i, 1);
            pointers.setAtIndex(ValueLayout.ADDRESS, i, sequences.asSlice(i * 4L, 4));
        }
        batch.set(ValueLayout.ADDRESS, 8, tokens);
        batch.set(ValueLayout.ADDRESS, 16, MemorySegment.NULL);
        batch.set(ValueLayout.ADDRESS, 24, positions);
        batch.set(ValueLayout.ADDRESS, 32, counts);
        batch.set(ValueLayout.ADDRESS, 40, pointers);
        batch.set(ValueLayout.ADDRESS, 48, flags);
    }

    void clearBatch() {
        count = 0;
        outputs = 0;
    }

    /// Adds a token to the batch.
    ///
    /// @return the row of its logits, -1 without
    int add(int token, int position, int sequence, boolean wantsLogits) {
        model.check(token);
        if (count == maxBatch || position < 0 || sequence < 0 || sequence >= layout.maxSequences()) {
            throw new IllegalArgumentException(
                    "row " + count + " at position " + position + " of sequence " + sequence + " is out of range");
        }
        tokens.setAtIndex(ValueLayout.JAVA_INT, count, token);
        positions.setAtIndex(ValueLayout.JAVA_INT, count, position);
        sequences.setAtIndex(ValueLayout.JAVA_INT, count, sequence);
        flags.setAtIndex(ValueLayout.JAVA_BYTE, count, (byte) (wantsLogits ? 1 : 0));
        count++;
        return wantsLogits ? outputs++ : -1;
    }

    Outcome decode() {
        if (count == 0) {
            throw new IllegalStateException("an empty batch");
        }
        batch.set(ValueLayout.JAVA_INT, 0, count);
        int code = api.decode(handle, batch);
        boolean full = layout.memory() == LibraryLayout.Memory.KV_SELF ? code == -3 || code == 1 : code == 1;
        if (code == 0) {
            if (outputs > 0) {
                logits = api.logits(handle).reinterpret(4L * outputs * model.vocabularySize);
            }
            return Outcome.DONE;
        }
        if (code == 2) {
            return Outcome.ABORTED;
        }
        if (full) {
            return Outcome.FULL;
        }
        throw new EngineException(
                code == -2
                        ? "llama.cpp ran out of memory in a forward pass; ask for a smaller context."
                        : "llama.cpp's forward pass failed with code " + code + ".");
    }

    /// Copies a row of logits of the last batch.
    void logits(int row, float[] into) {
        MemorySegment.copy(
                logits, ValueLayout.JAVA_FLOAT, 4L * row * model.vocabularySize, into, 0, model.vocabularySize);
    }

    /// Makes the first `length` positions of `source` belong to `target` as well.
    void share(int source, int target, int length) {
        if (source < 0 || target < 0 || Math.max(source, target) >= layout.maxSequences()) {
            throw new IllegalArgumentException("sequence " + source + " or " + target + " is out of range");
        }
        api.copy(memory, source, target, 0, length);
    }

    /// Gives up the positions of a sequence from `from` on.
    void forget(int sequence, int from) {
        api.remove(memory, sequence, from, -1);
    }

    /// Moves used cells together where the library can and it is safe.
    ///
    /// @return false if nothing was done
    boolean defrag(int usedCells) {
        if (!api.canDefrag() || usedCells + Math.min(cells, maxBatch) > cells) {
            return false;
        }
        api.defrag(handle);
        return true;
    }

    /// Whether forward passes end at the next node of their graph. Any thread.
    void abort(boolean now) {
        stop.set(ValueLayout.JAVA_BYTE, 0, (byte) (now ? 1 : 0));
    }

    @Override
    public void close() {
        api.free(handle);
        arena.close();
    }
}
