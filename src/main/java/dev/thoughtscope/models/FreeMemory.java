package dev.thoughtscope.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Memory that programs may still take.
public final class FreeMemory {
    private FreeMemory() {}

    /// Bytes; empty where the system does not tell it to everybody. Reads a small file.
    public static OptionalLong bytes() {
        try {
            for (var line : Files.readAllLines(Path.of("/proc/meminfo"))) {
                if (line.startsWith("MemAvailable:")) {
                    return OptionalLong.of(Long.parseLong(line.replaceAll("\\D", "")) * 1024);
                }
            }
        } catch (IOException | NumberFormatException untold) {
            // only Linux has it
        }
        return OptionalLong.empty();
    }
}
