package dev.thoughtscope.engine.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Current llama.cpp libraries for tests, fetched once into the build folder through the npm client.
public final class NewerLibrary {
    private static final String RELEASE = "3.22.1";

    private NewerLibrary() {}

    /// For the processor. Skips the test if it cannot be had.
    public static Path folder() {
        return fetched("linux-x64", "newer-llama");
    }

    /// With the Vulkan backend. Skips the test if it cannot be had.
    public static Path vulkanFolder() {
        return fetched("linux-x64-vulkan", "newer-vulkan");
    }

    private static synchronized Path fetched(String kind, String folder) {
        var root = Path.of("target", folder);
        var libraries = root.resolve(Path.of("package", "bins", kind));
        var name = "@node-llama-cpp/" + kind + "@" + RELEASE;
        try {
            if (!Files.isDirectory(libraries)) {
                Files.createDirectories(root);
                run(root, "npm", "pack", "--silent", name);
                run(root, "sh", "-c", "tar xzf *.tgz");
            }
        } catch (IOException failed) {
            Assumptions.abort("A current llama.cpp (" + name + ") cannot be fetched here: " + failed.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return libraries;
    }

    private static void run(Path root, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("fetch.txt").toFile())
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
