package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.Device;
import dev.thoughtscope.gguf.GgufFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How large a KV cache to ask for.
final class Sizing {
    private static final int WANTED = 16_384;
    private static final int LEAST = 512;
    private static final int LEAST_ON_GPU = 4096;
    private static final int STEP = 256;
    private static final double SHARE_OF_FREE_MEMORY = 0.25;
    private static final long ASSUMED_FREE = 4L << 30;

    private Sizing() {}

    /// Cells for a tree of branches: as asked, otherwise 16,384 or the model's whole context if that is more,
    /// within what the GPUs have beside the whole model, or else within a quarter of the free memory.
    ///
    /// @param devices that may take layers, empty for none
    static int cells(GgufFile file, List<Device> devices, LlamaOptions options) {
        if (options.cells() > 0) {
            return roundUp(options.cells());
        }
        long trained = file.architectureNumber("context_length").orElse(0);
        long wanted = Math.max(WANTED, Math.min(trained, 2 * WANTED));
        return roundUp((int) Math.max(LEAST, Math.min(wanted, affordable(file, devices))));
    }

    private static long affordable(GgufFile file, List<Device> devices) {
        if (!devices.isEmpty()) {
            var estimate = MemoryEstimate.of(file, WANTED);
            long withoutCache = estimate.weights() + estimate.working();
            long beside = (Placement.room(devices) - withoutCache) / bytesPerCell(file);
            if (beside >= LEAST_ON_GPU) {
                return beside;
            }
        }
        return (long) (SHARE_OF_FREE_MEMORY * freeMemory() / bytesPerCell(file));
    }

    /// Tokens of one sequence.
    static int contextLength(LlamaModel model, int cells) {
        return model.trainedContext > 0 ? Math.min(model.trainedContext, cells) : cells;
    }

    /// Bytes of keys and values of one token in all layers, at 16 bits.
    static long bytesPerCell(GgufFile file) {
        long layers = file.architectureNumber("block_count").orElse(32);
        long width = file.architectureNumber("embedding_length").orElse(4096);
        long heads = Math.max(1, file.architectureNumber("attention.head_count").orElse(32));
        long kvHeads = file.architectureNumber("attention.head_count_kv").orElse(heads);
        long headSize = file.architectureNumber("attention.key_length").orElse(width / heads);
        return Math.max(1, 2 * 2 * layers * kvHeads * headSize);
    }

    private static int roundUp(int cells) {
        return (cells + STEP - 1) / STEP * STEP;
    }

    private static long freeMemory() {
        try {
            for (var line : Files.readAllLines(Path.of("/proc/meminfo"))) {
                if (line.startsWith("MemAvailable:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException | NumberFormatException _) {
            // Only Linux tells it this way.
        }
        return ASSUMED_FREE;
    }
}
