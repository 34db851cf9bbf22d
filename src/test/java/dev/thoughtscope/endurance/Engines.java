package dev.thoughtscope.endurance;

import java.io.IOException;
import java.util.Optional;

/// Finds the process that owns the native library.
final class Engines {
    private Engines() {}

    /// The engine's process among those that this one started. By its program: its arguments are too long for the system
    /// to tell.
    static Optional<ProcessHandle> process() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().command().filter(command -> command.endsWith("java")).isPresent())
                .findFirst();
    }

    static void signal(String name) throws IOException, InterruptedException {
        run("kill", "-" + name, pid());
    }

    /// The system gives it no more memory from now on.
    static void starve() throws IOException, InterruptedException {
        run("prlimit", "--pid", pid(), "--as=1", "--data=1");
    }

    private static String pid() throws IOException {
        return String.valueOf(process()
                .orElseThrow(() -> new IOException("no process of the engine runs"))
                .pid());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
