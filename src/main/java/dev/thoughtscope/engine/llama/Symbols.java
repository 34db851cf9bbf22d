package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.EngineException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Functions of one loaded library.
record Symbols(SymbolLookup lookup) {
    static final Linker LINKER = Linker.nativeLinker();

    /// Larger than every parameter struct of every release. The library reads only as much of it as its
    /// own struct has: a struct this large travels in memory on every platform.
    static final MemoryLayout PARAMS = MemoryLayout.structLayout(MemoryLayout.sequenceLayout(64, ValueLayout.JAVA_LONG));

    MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(address(name), FunctionDescriptor.of(result, arguments));
    }

    MethodHandle procedure(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(address(name), FunctionDescriptor.ofVoid(arguments));
    }

    boolean has(String name) {
        return lookup.find(name).isPresent();
    }

    private MemorySegment address(String name) {
        return lookup.find(name)
                .orElseThrow(() -> new EngineException("The llama.cpp library lacks the function " + name
                        + "; choose a folder with a complete llama.cpp release."));
    }

    /// A call of a function that gives something.
    interface Function<T> {
        T call() throws Throwable;
    }

    /// A call of a function that gives nothing. Written as a block: as an expression, `invokeExact` would give an object.
    interface Procedure {
        void call() throws Throwable;
    }

    static <T> T get(Function<T> function) {
        try {
            return function.call();
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    static void run(Procedure procedure) {
        try {
            procedure.call();
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    /// A downcall declares no exception of its own; what it throws is an error of ours.
    static RuntimeException failed(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            default -> new IllegalStateException(thrown);
        };
    }
}
