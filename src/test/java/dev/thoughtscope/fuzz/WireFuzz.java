package dev.thoughtscope.fuzz;

import dev.thoughtscope.engine.host.HostileWire;
import java.io.IOException;

/// Frames of the engine's process are either read or refused.
public final class WireFuzz {
    private static final Scratch FILE = new Scratch(".wire");

    private WireFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            HostileWire.read(FILE.with(bytes));
        } catch (IOException refused) {
            // As it should be.
        }
    }
}
