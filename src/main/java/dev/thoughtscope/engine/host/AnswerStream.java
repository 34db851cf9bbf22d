package dev.thoughtscope.engine.host;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// The stream for frames, out of reach of everything else that prints.
///
/// Native code and a crashing virtual machine write to file descriptor 1 as well, so where the system has
/// `dup2` the frames move to a descriptor of their own and 1 becomes another name for standard error.
final class AnswerStream {
    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    private AnswerStream() {}

    static OutputStream open() {
        var standard = new FileOutputStream(FileDescriptor.out);
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try {
            return separated();
        } catch (IOException | RuntimeException unavailable) {
            return standard;
        }
    }

    private static OutputStream separated() throws IOException {
        var linker = Linker.nativeLinker();
        var system = linker.defaultLookup();
        var dup = linker.downcallHandle(
                system.findOrThrow("dup"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        var dup2 = linker.downcallHandle(
                system.findOrThrow("dup2"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            int own = (int) dup.invokeExact(STDOUT);
            var stream = new FileOutputStream("/dev/fd/" + own);
            int done = (int) dup2.invokeExact(STDERR, STDOUT);
            return done < 0 ? new FileOutputStream(FileDescriptor.out) : stream;
        } catch (IOException | RuntimeException known) {
            throw known;
        } catch (Throwable thrown) {
            throw new IOException(thrown);
        }
    }
}
