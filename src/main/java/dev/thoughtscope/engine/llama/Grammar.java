package dev.thoughtscope.engine.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.thoughtscope.engine.EngineException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// A grammar as the library reads it, and how far one branch has come in it. For the owning thread alone.
final class Grammar implements AutoCloseable {
    private static final long CANDIDATE = 12;

    private final Arena arena = Arena.ofConfined();
    private final MethodHandle apply;
    private final MethodHandle accept;
    private final MethodHandle free;
    private final MemorySegment sampler;
    private final MemorySegment array = arena.allocate(32, 8);
    private MemorySegment candidates = MemorySegment.NULL;

    /// @param text GBNF with a rule `root`
    /// @throws EngineException if it cannot be read
    Grammar(LlamaModel model, String text) {
        var symbols = model.library.symbols();
        apply = symbols.procedure("llama_sampler_apply", ADDRESS, ADDRESS);
        accept = symbols.procedure("llama_sampler_accept", ADDRESS, JAVA_INT);
        free = symbols.procedure("llama_sampler_free", ADDRESS);
        try {
            MethodHandle init =
                    symbols.function("llama_sampler_init_grammar", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
            sampler = (MemorySegment)
                    init.invokeExact(model.vocab(), arena.allocateFrom(text), arena.allocateFrom("root"));
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
        if (sampler.equals(MemorySegment.NULL) || !model.hasReadGrammar(text) && !forbidsSomething(model)) {
            close();
            throw new EngineException("The grammar cannot be read; it must be GBNF with a rule named root.");
        }
        model.noteGrammar(text);
    }

    /// Older releases return a sampler that forbids nothing where they cannot read the text.
    private boolean forbidsSomething(LlamaModel model) {
        var all = new float[model.vocabularySize];
        mask(all);
        for (float logit : all) {
            if (logit == Float.NEGATIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /// Whether the grammar allows this token next.
    boolean allows(int token) {
        var one = room(1);
        set(one, 0, token);
        run(one, 1);
        return one.get(JAVA_FLOAT, 4) != Float.NEGATIVE_INFINITY;
    }

    /// Sets the logits of all tokens that the grammar forbids next to negative infinity.
    ///
    /// @throws EngineException if it forbids all
    void mask(float[] logits) {
        var all = room(logits.length);
        for (int i = 0; i < logits.length; i++) {
            set(all, i, i);
        }
        run(all, logits.length);
        boolean any = false;
        for (int i = 0; i < logits.length; i++) {
            if (all.get(JAVA_FLOAT, i * CANDIDATE + 4) == Float.NEGATIVE_INFINITY) {
                logits[i] = Float.NEGATIVE_INFINITY;
            }
            any |= logits[i] != Float.NEGATIVE_INFINITY;
        }
        if (!any) {
            throw new EngineException("The grammar allows no token of this model here.");
        }
    }

    /// Moves on past a token that it allows; one that it does not allow would end the process.
    void accept(int token) {
        if (!allows(token)) {
            throw new EngineException("Token " + token + " is outside the grammar.");
        }
        try {
            accept.invokeExact(sampler, token);
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }

    private MemorySegment room(int count) {
        if (candidates.byteSize() < count * CANDIDATE) {
            candidates = arena.allocate(count * CANDIDATE, 4);
        }
        return candidates;
    }

    private static void set(MemorySegment candidates, int index, int token) {
        candidates.set(JAVA_INT, index * CANDIDATE, token);
        candidates.set(JAVA_FLOAT, index * CANDIDATE + 4, 0);
        candidates.set(JAVA_FLOAT, index * CANDIDATE + 8, 0);
    }

    private void run(MemorySegment data, int count) {
        array.set(ADDRESS, 0, data);
        array.set(JAVA_LONG, 8, count);
        array.set(JAVA_LONG, 16, -1);
        array.set(JAVA_LONG, 24, 0);
        try {
            apply.invokeExact(sampler, array);
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }

    @Override
    public void close() {
        try {
            if (!sampler.equals(MemorySegment.NULL)) {
                free.invokeExact(sampler);
            }
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
        arena.close();
    }
}
