package dev.thoughtscope.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The official releases of llama.cpp, of which one is pinned: the newest whose layout is known.
///
/// Checksums are those that the release's own page states (`digest`), read when it is fetched.
/// API: <https://docs.github.com/rest/releases>
public final class LlamaReleases {
    public static final String PINNED = "b10573";

    private static final URI API = URI.create("https://api.github.com/repos/ggml-org/llama.cpp/releases/tags/");

    /// What a release is built to compute with.
    public enum Backend {
        CPU,
        /// GPUs of every maker.
        VULKAN,
        /// GPUs of NVIDIA; on Windows.
        CUDA
    }

    private final Network network;
    private final URI api;
    private final String system;
    private final String architecture;

    /// For the system that this runs on.
    public LlamaReleases(Network network) {
        this(network, API, System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    LlamaReleases(Network network, URI api, String system, String architecture) {
        this.network = network;
        this.api = api;
        this.system = system.toLowerCase(Locale.ROOT);
        this.architecture = architecture.equals("amd64") || architecture.equals("x86_64") ? "x64" : "arm64";
    }

    /// What would be fetched for a backend. Asks the network.
    ///
    /// @throws DownloadException in one sentence if the release has nothing that fits
    public Offer find(Backend backend) throws DownloadException, InterruptedException {
        var assets = assets();
        var main = first(assets, pattern(backend)).orElseThrow(() -> new DownloadException("Release " + PINNED
                + " of llama.cpp has no " + backend + " build for this system: choose a folder with one."));
        var items = new ArrayList<Item>();
        items.add(main);
        if (backend == Backend.CUDA) {
            // NVIDIA's runtime libraries, of the same version.
            var version = main.name().replaceFirst(".*-(cuda-[0-9.]+-x64\\.zip)$", "$1");
            first(assets, "cudart-.*" + Pattern.quote(version)).ifPresent(items::add);
        }
        return new Offer(
                "llama.cpp " + PINNED + ", " + backend.name().toLowerCase(Locale.ROOT),
                PINNED + "-" + backend.name().toLowerCase(Locale.ROOT),
                items);
    }

    /// Names of the files as the release workflow gives them.
    private String pattern(Backend backend) {
        if (system.contains("windows")) {
            return switch (backend) {
                case CPU -> "llama-.*-bin-win-cpu-" + architecture + "\\.zip";
                case VULKAN -> "llama-.*-bin-win-vulkan-" + architecture + "\\.zip";
                case CUDA -> "llama-.*-bin-win-cuda-12[0-9.]*-" + architecture + "\\.zip";
            };
        }
        if (system.contains("mac")) {
            return backend == Backend.CPU ? "llama-.*-bin-macos-" + architecture + "\\.(tar\\.gz|zip)" : "none";
        }
        return switch (backend) {
            case CPU -> "llama-.*-bin-ubuntu-" + architecture + "\\.(tar\\.gz|zip)";
            case VULKAN -> "llama-.*-bin-ubuntu-vulkan-" + architecture + "\\.(tar\\.gz|zip)";
            case CUDA -> "none";
        };
    }

    private JsonNode assets() throws DownloadException, InterruptedException {
        var address = api.resolve(PINNED);
        try {
            return new ObjectMapper().readTree(network.text(address)).path("assets");
        } catch (JsonProcessingException damaged) {
            throw new DownloadException(address.getHost() + " gave an answer that cannot be read.", damaged);
        }
    }

    private static Optional<Item> first(JsonNode assets, String pattern) throws DownloadException {
        for (var asset : assets) {
            var name = asset.path("name").asText();
            if (name.matches(pattern)) {
                return Optional.of(item(name, asset));
            }
        }
        return Optional.empty();
    }

    private static Item item(String name, JsonNode asset) throws DownloadException {
        var digest = asset.path("digest").asText("");
        if (!digest.matches("sha256:[0-9a-f]{64}")) {
            throw new DownloadException("The release's page states no checksum for " + name
                    + ", so it is not fetched: choose a folder instead.");
        }
        return new Item(
                name,
                URI.create(asset.path("browser_download_url").asText()),
                Math.max(0, asset.path("size").asLong()),
                digest.substring("sha256:".length()));
    }
}
