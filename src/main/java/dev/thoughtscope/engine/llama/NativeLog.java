package dev.thoughtscope.engine.llama;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the library's log lines; it may call from any thread.
///
/// Its errors are logged as debug too: the library calls a full cache an error, which to us is ordinary.
/// What a person must know comes as an exception, and can quote [#last()].
final class NativeLog {
    private static final Logger LOG = LoggerFactory.getLogger("native.llama");
    private static final int KEPT = 40;
    private static final int DEBUG = 1;

    private final ArrayDeque<String> kept = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();

    /// Makes the library log here from now on.
    void install(Symbols symbols) {
        try {
            var target = MethodHandles.lookup()
                    .bind(
                            this,
                            "accept",
                            MethodType.methodType(void.class, int.class, MemorySegment.class, MemorySegment.class));
            var text = ValueLayout.ADDRESS.withTargetLayout(
                    java.lang.foreign.MemoryLayout.sequenceLayout(1 << 16, ValueLayout.JAVA_BYTE));
            var stub = Symbols.LINKER.upcallStub(
                    target,
                    FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT, text, ValueLayout.ADDRESS),
                    Arena.global());
            MethodHandle set = symbols.procedure("llama_log_set", ValueLayout.ADDRESS, ValueLayout.ADDRESS);
            set.invokeExact(stub, MemorySegment.NULL);
        } catch (Throwable thrown) {
            throw Symbols.failed(thrown);
        }
    }

    @SuppressWarnings("unused") // called by the library
    private void accept(int level, MemorySegment text, MemorySegment ignored) {
        try {
            add(level, text.getString(0));
        } catch (RuntimeException unreadable) {
            // An exception must not leave an upcall: it would end the process.
        }
    }

    private synchronized void add(int level, String text) {
        line.append(text);
        int end;
        while ((end = line.indexOf("\n")) >= 0) {
            var whole = line.substring(0, end);
            line.delete(0, end + 1);
            if (level == DEBUG) {
                LOG.trace(whole);
                continue;
            }
            LOG.debug(whole);
            kept.addLast(whole);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        }
    }

    synchronized void clear() {
        kept.clear();
    }

    /// The last lines, oldest first.
    synchronized List<String> last() {
        return List.copyOf(kept);
    }
}
