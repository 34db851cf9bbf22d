package dev.thoughtscope.engine;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A llama.cpp library on this machine and what it told of itself.
///
/// @param folder that holds it, empty for the one inside the app
/// @param version in its own words, as in `llama.cpp b4916`; empty if it is not usable
/// @param backends what it can compute with, as in `CPU` and `Vulkan`
/// @param features of this machine's processor that it uses, as in `AVX2`
/// @param problem why it cannot be used, one sentence; empty if it can
public record LibraryInfo(
        Origin origin,
        Optional<Path> folder,
        String version,
        List<String> backends,
        List<Device> devices,
        List<String> features,
        String problem) {
    /// Where it came from.
    public enum Origin {
        /// Ships with the app.
        BUNDLED,
        /// Fetched by the app.
        FETCHED,
        HOMEBREW,
        SYSTEM,
        LM_STUDIO,
        JAN,
        /// Beside a program on PATH.
        PATH,
        /// A folder that the person named.
        CHOSEN
    }

    public LibraryInfo {
        backends = List.copyOf(backends);
        devices = List.copyOf(devices);
        features = List.copyOf(features);
    }

    /// One that cannot be used.
    public static LibraryInfo unusable(Origin origin, Optional<Path> folder, String problem) {
        return new LibraryInfo(origin, folder, "", List.of(), List.of(), List.of(), problem);
    }

    public LibraryInfo from(Origin newOrigin) {
        return new LibraryInfo(newOrigin, folder, version, backends, devices, features, problem);
    }

    public boolean usable() {
        return problem.isEmpty();
    }

    /// Devices that can take layers of a model, in the library's order.
    public List<Device> gpus() {
        return devices.stream().filter(Device::takesLayers).toList();
    }

    /// The one to prefer: with a GPU of its own, else with a GPU, else built for more of this processor
    /// (AVX-512 above AVX2); among equals the first.
    public static Optional<LibraryInfo> best(List<LibraryInfo> libraries) {
        return libraries.stream()
                .filter(LibraryInfo::usable)
                .max(Comparator.comparingInt(LibraryInfo::gpuRank)
                        .thenComparing(LibraryInfo::usesAvx512)
                        .thenComparing(Comparator.comparingInt(libraries::indexOf).reversed()));
    }

    private int gpuRank() {
        return gpus().stream().mapToInt(gpu -> gpu.kind() == Device.Kind.GPU ? 2 : 1).max().orElse(0);
    }

    private boolean usesAvx512() {
        return features.contains("AVX512");
    }
}
