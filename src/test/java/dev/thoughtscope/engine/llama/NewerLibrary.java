package dev.thoughtscope.engine.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// A current llama.cpp for tests, fetched once into the build folder through the npm client.
public final class NewerLibrary {
    private static final String PACKAGE = "@node-llama-cpp/linux-x64@3.22.1";
    private static final Path ROOT = Path.of("target", "newer-llama");
    private static final Path LIBRARIES = ROOT.resolve(Path.of("package", "bins", "linux-x64"));

    private NewerLibrary() {}

    /// Skips the test if it cannot be had.
    public static synchronized Path folder() {
        try {
            if (!Files.isDirectory(LIBRARIES)) {
                Files.createDirectories(ROOT);
                run("npm", "pack", "--silent", PACKAGE);
                run("sh", "-c", "tar xzf *.tgz");
            }
        } catch (IOException failed) {
            Assumptions.abort("A current llama.cpp (" + PACKAGE + ") cannot be fetched here: " + failed.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return LIBRARIES;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ROOT.resolve("fetch.txt").toFile())
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command[0] + " takes longer than 90 seconds");
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }
}
