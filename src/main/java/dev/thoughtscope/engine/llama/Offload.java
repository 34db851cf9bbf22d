package dev.thoughtscope.engine.llama;

import java.util.List;

/// Which layers of a model are to be on GPUs.
///
/// @param layers how many, counted from the last, the output among them; [#AUTOMATIC] for as many as have room
/// @param devices names of the devices to use, as the library calls them; empty for all GPUs that it has
public record Offload(int layers, List<String> devices, Split split) {
    /// As many as the free memory has room for.
    public static final int AUTOMATIC = -2;

    public static final int ALL = -1;

    /// How several devices share the work; in llama.cpp's order.
    public enum Split {
        /// Everything on the first.
        NONE,
        /// Whole layers.
        LAYER,
        /// The rows of each layer's matrices.
        ROW
    }

    public static final Offload AUTO = new Offload(AUTOMATIC, List.of(), Split.LAYER);

    public Offload {
        devices = List.copyOf(devices);
        if (layers < AUTOMATIC) {
            throw new IllegalArgumentException(layers + " layers cannot be put on a GPU.");
        }
    }

    public Offload withLayers(int newLayers) {
        return new Offload(newLayers, devices, split);
    }

    /// Three quarters of what found no room.
    ///
    /// @param tried layers that were tried, at least 1
    public Offload fewer(int tried) {
        return withLayers(tried * 3 / 4);
    }
}
