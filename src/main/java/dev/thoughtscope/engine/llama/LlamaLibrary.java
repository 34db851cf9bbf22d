package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.EngineException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/// A loaded llama.cpp, its layout verified. Stays loaded until the process ends.
///
/// @param folder where it came from, for messages
record LlamaLibrary(
        String folder,
        LibraryLayout layout,
        Symbols symbols,
        ModelApi models,
        ContextApi contexts,
        DeviceApi devices,
        NativeLog log) {
    private static final ConcurrentHashMap<Path, LlamaLibrary> LOADED = new ConcurrentHashMap<>();
    private static final byte FILLER = (byte) 0xCC;

    /// Loads a library file once per process.
    ///
    /// @throws EngineException in a sentence if it cannot be loaded or is of an unknown release
    static LlamaLibrary load(Path file) {
        return LOADED.computeIfAbsent(file.toAbsolutePath(), LlamaLibrary::open);
    }

    private static LlamaLibrary open(Path file) {
        var foundations = LibraryFiles.foundations(file);
        // Loaded first, they are found on Windows too, which does not look beside the file.
        var lookup = foundations.stream().map(LlamaLibrary::link).reduce((_, last) -> last);
        var own = link(file);
        var symbols = new Symbols(lookup.map(own::or).orElse(own));
        var layout = recognise(symbols, file);
        var log = new NativeLog();
        log.install(symbols);
        initialise(symbols);
        var devices = new DeviceApi(symbols, layout.memory());
        if (!foundations.isEmpty()) {
            loadBackends(symbols, file.getParent(), devices);
        }
        return new LlamaLibrary(
                file.toString(),
                layout,
                symbols,
                new ModelApi(symbols),
                new ContextApi(symbols, layout.memory()),
                devices,
                log);
    }

    private static SymbolLookup link(Path file) {
        try {
            return SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException refused) {
            throw new EngineException(LibraryFiles.whyNotLoaded(file, linkError(file)), refused);
        }
    }

    /// Lets the library choose among the backends beside it, for the processor and for GPUs, or else among those
    /// where whoever built it put them.
    private static void loadBackends(Symbols symbols, Path folder, DeviceApi devices) {
        if (!symbols.has("ggml_backend_load_all_from_path")) {
            return;
        }
        try (var arena = Arena.ofConfined()) {
            MethodHandle load = symbols.procedure("ggml_backend_load_all_from_path", ValueLayout.ADDRESS);
            load.invokeExact(arena.allocateFrom(folder.toString()));
            if (devices.handles().isEmpty()) {
                MethodHandle loadAll = symbols.procedure("ggml_backend_load_all");
                loadAll.invokeExact();
            }
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }

    /// The system's reason not to load a file; Java's lookup keeps it to itself.
    private static String linkError(Path file) {
        var system = new Symbols(Symbols.LINKER.defaultLookup());
        if (!system.has("dlopen") || !system.has("dlerror")) {
            return "the system gives no reason.";
        }
        try (var arena = Arena.ofConfined()) {
            MethodHandle open = system.function("dlopen", ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
            MethodHandle error = system.function("dlerror", ValueLayout.ADDRESS);
            var handle = (MemorySegment) open.invokeExact(arena.allocateFrom(file.toString()), 2);
            var reason = (MemorySegment) error.invokeExact();
            return !handle.equals(MemorySegment.NULL) || reason.equals(MemorySegment.NULL)
                    ? "the system gives no reason."
                    : reason.reinterpret(4096).getString(0) + ".";
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }

    private static LibraryLayout recognise(Symbols symbols, Path file) {
        try (var arena = Arena.ofConfined()) {
            var model = defaults(symbols, "llama_model_default_params", arena);
            var context = defaults(symbols, "llama_context_default_params", arena);
            return LibraryLayout.ALL.stream()
                    .filter(layout -> layout.modelParams().matches(model, FILLER)
                            && layout.contextParams().matches(context, FILLER))
                    .findFirst()
                    .orElseThrow(() -> new EngineException("The llama.cpp library " + file + " (" + version(symbols)
                            + ") is of a release that Thoughtscope does not know; choose one of "
                            + String.join(", ", LibraryLayout.names()) + "."));
        }
    }

    private static void initialise(Symbols symbols) {
        try {
            MethodHandle init = symbols.procedure("llama_backend_init");
            init.invokeExact();
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }

    /// Default parameters of a model to load, to be changed and passed back.
    MemorySegment modelDefaults(Arena arena) {
        return defaults(symbols, "llama_model_default_params", arena);
    }

    MemorySegment contextDefaults(Arena arena) {
        return defaults(symbols, "llama_context_default_params", arena);
    }

    private static MemorySegment defaults(Symbols symbols, String name, Arena arena) {
        try {
            MethodHandle get = symbols.function(name, Symbols.PARAMS);
            SegmentAllocator filled = (size, alignment) -> arena.allocate(size, alignment).fill(FILLER);
            return (MemorySegment) get.invokeExact(filled);
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }

    String version() {
        return "llama.cpp " + (symbols.has("llama_version") ? version(symbols) : layout.name());
    }

    private static String version(Symbols symbols) {
        if (!symbols.has("llama_version")) {
            return "a release that does not tell its version";
        }
        try {
            MethodHandle get = symbols.function("llama_version", ValueLayout.ADDRESS);
            return ((MemorySegment) get.invokeExact()).reinterpret(256).getString(0);
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }
}
