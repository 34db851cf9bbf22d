package dev.thoughtscope.engine.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads what an engine's process said from a file.
public final class HostileWire {
    private HostileWire() {}

    /// @throws IOException at the first frame that is none
    public static void read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var reader = new WireReader(in);
            while (reader.read().isPresent()) {}
        } catch (IOException refused) {
            throw new IOException("The engine's process sent " + refused.getMessage() + ".", refused);
        }
    }
}
