package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.Device;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.gguf.GgufFile;
import dev.thoughtscope.gguf.GgufTensor;
import java.util.List;
import java.util.stream.Collectors;

/// What of a model is on which devices.
///
/// The output counts as one more layer. Releases differ in whether it is the first of them to go there or comes
/// after all others, which are taken from the last on: what needs more memory is counted on.
///
/// @param layers on the devices
/// @param of layers that the model has, its output among them
/// @param devices that take them, empty if no layer is to be there
public record Placement(int layers, int of, List<Device> devices) {
    /// Room on each device that other programs, the display and the library's own needs are left.
    private static final long SPARE = 192L << 20;

    private static final double USABLE = 0.94;

    public Placement {
        devices = List.copyOf(devices);
    }

    /// As asked, within what the library and the model have.
    ///
    /// @param all the library's devices
    /// @param cells tokens in the KV cache, whose keys and values lie beside their layer
    /// @throws EngineException if a device is asked for that the library does not have
    public static Placement of(GgufFile file, Offload wanted, List<Device> all, int cells) {
        int layers = count(file);
        var chosen = choose(wanted, all);
        if (chosen.isEmpty() || wanted.layers() == 0) {
            return new Placement(0, layers, List.of());
        }
        int fitting =
                switch (wanted.layers()) {
                    case Offload.AUTOMATIC -> fitting(file, chosen, cells, layers);
                    case Offload.ALL -> layers;
                    default -> Math.min(layers, wanted.layers());
                };
        return new Placement(fitting, layers, fitting == 0 ? List.of() : chosen);
    }

    private static int count(GgufFile file) {
        return (int) Math.min(1 << 16, file.architectureNumber("block_count").orElse(0)) + 1;
    }

    /// GPUs with memory of their own where there are any, as the library itself chooses.
    static List<Device> choose(Offload wanted, List<Device> all) {
        if (wanted.devices().isEmpty()) {
            var own = all.stream().filter(device -> device.kind() == Device.Kind.GPU).toList();
            return own.isEmpty() ? all.stream().filter(Device::takesLayers).toList() : own;
        }
        return wanted.devices().stream().map(name -> named(name, all)).toList();
    }

    private static Device named(String name, List<Device> all) {
        return all.stream()
                .filter(device -> device.takesLayers() && device.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new EngineException("The llama.cpp library has no GPU \"" + name + "\": "
                        + all.stream()
                                .filter(Device::takesLayers)
                                .map(Device::name)
                                .reduce((a, b) -> a + ", " + b)
                                .map(names -> "it has " + names + ".")
                                .orElse("it has none; choose another library or leave the device out.")));
    }

    private static int fitting(GgufFile file, List<Device> devices, int cells, int most) {
        long room = room(devices);
        int layers = most;
        while (layers > 0 && bytes(file, layers, cells) > room) {
            layers--;
        }
        return layers;
    }

    /// Bytes that may be used on these devices; without limit if one does not tell.
    static long room(List<Device> devices) {
        return devices.stream().anyMatch(device -> device.freeBytes() == 0)
                ? Long.MAX_VALUE
                : devices.stream()
                        .mapToLong(device -> Math.max(0, (long) (USABLE * device.freeBytes()) - SPARE))
                        .sum();
    }

    /// Bytes that so many layers need, with their keys and values and room to work in.
    static long bytes(GgufFile file, int layers, int cells) {
        int blocks = count(file) - 1;
        long output = file.tensors().stream()
                .filter(tensor -> isOutput(tensor, file))
                .mapToLong(GgufTensor::bytes)
                .sum();
        long alone = blocks(file, Math.min(layers, blocks), cells);
        long withOutput = layers == 0 ? 0 : output + blocks(file, layers - 1, cells);
        return Math.max(alone, withOutput) + (layers == 0 ? 0 : MemoryEstimate.of(file, cells).working());
    }

    /// Bytes of the last `count` blocks.
    private static long blocks(GgufFile file, int count, int cells) {
        int all = count(file) - 1;
        long weights = file.tensors().stream()
                .filter(tensor -> block(tensor) >= all - count && block(tensor) < all)
                .mapToLong(GgufTensor::bytes)
                .sum();
        return weights + (all == 0 ? 0 : MemoryEstimate.of(file, cells).cache() * count / all);
    }

    /// Number of the block that a tensor belongs to, -1 for none.
    private static int block(GgufTensor tensor) {
        var parts = tensor.name().split("\\.", 3);
        return parts.length == 3 && parts[0].equals("blk") && parts[1].matches("\\d{1,5}") ? Integer.parseInt(parts[1]) : -1;
    }

    /// A model without an output matrix of its own uses that of its input once more.
    private static boolean isOutput(GgufTensor tensor, GgufFile file) {
        boolean own = file.tensors().stream().anyMatch(other -> other.name().equals("output.weight"));
        return tensor.name().startsWith("output") || !own && tensor.name().equals("token_embd.weight");
    }

    /// The next to try when this finds no room.
    Placement fewer() {
        int fewer = layers * 3 / 4;
        return new Placement(fewer, of, fewer == 0 ? List.of() : devices);
    }

    /// As in "33 of 33 layers on CUDA0"; empty if all are on the processor.
    public String words() {
        return layers == 0
                ? ""
                : layers + " of " + of + " layers on "
                        + devices.stream().map(Device::name).collect(Collectors.joining(" and "));
    }
}
