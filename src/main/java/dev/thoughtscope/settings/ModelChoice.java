package dev.thoughtscope.settings;

import java.nio.file.Path;
import java.util.Optional;

/// Which model the window asks, and what runs it.
public sealed interface ModelChoice {
    ModelChoice SHIPPED = new Shipped(Device.DEFAULT);

    /// What computes the model.
    ///
    /// @param gpuLayers layers on the GPU, [#AUTOMATIC] to decide by its memory, -1 for all, 0 for none
    /// @param library folder with a llama.cpp of the person's own, empty for the one that ships
    record Device(int gpuLayers, Optional<Path> library) {
        public static final int AUTOMATIC = -2;
        public static final int ALL = -1;
        public static final Device DEFAULT = new Device(AUTOMATIC, Optional.empty());

        public Device {
            if (gpuLayers < AUTOMATIC) {
                throw new IllegalArgumentException("layers on the GPU: " + gpuLayers);
            }
        }
    }

    /// The small model that comes with the app.
    record Shipped(Device device) implements ModelChoice {}

    /// A GGUF file on this machine.
    record File(Path file, Device device) implements ModelChoice {}

    /// A server that speaks llama-server's or OpenAI's protocol.
    ///
    /// @param model which of its models, empty for its first
    /// @param keyVariable environment variable that holds its key, empty for none; the key itself is never kept
    record Server(String address, String model, String keyVariable) implements ModelChoice {}

    /// The same model on another device; a server has its own.
    default ModelChoice on(Device device) {
        return switch (this) {
            case Shipped _ -> new Shipped(device);
            case File(var file, var _) -> new File(file, device);
            case Server server -> server;
        };
    }

    default Device device() {
        return switch (this) {
            case Shipped(var device) -> device;
            case File(var _, var device) -> device;
            case Server _ -> Device.DEFAULT;
        };
    }
}
