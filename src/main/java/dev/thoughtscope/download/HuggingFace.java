package dev.thoughtscope.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Models of Hugging Face, named as llama.cpp names them: `owner/repository:quantisation`.
///
/// The checksum is the one that Git LFS stores for the file.
/// API: <https://huggingface.co/docs/hub/api>
public final class HuggingFace {
    private static final URI HOME = URI.create("https://huggingface.co/");
    private static final Pattern REFERENCE =
            Pattern.compile("([A-Za-z0-9][\\w.-]*)/([A-Za-z0-9][\\w.-]*)(?::([\\w.-]+))?");
    private static final Pattern SPLIT = Pattern.compile("-\\d{5}-of-\\d{5}\\.gguf$");

    /// llama.cpp's own choice where none is named.
    private static final List<String> USUAL = List.of("Q4_K_M", "Q4_0", "Q8_0");

    private record Found(String path, long bytes, String sha256) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        boolean has(String quantisation) {
            return Pattern.compile("(^|[^a-z0-9])" + Pattern.quote(quantisation.toLowerCase(Locale.ROOT)) + "([^a-z0-9]|$)")
                    .matcher(name().toLowerCase(Locale.ROOT))
                    .find();
        }
    }

    private final Network network;
    private final URI home;

    public HuggingFace(Network network) {
        this(network, HOME);
    }

    HuggingFace(Network network, URI home) {
        this.network = network;
        this.home = home;
    }

    /// Looks for the one file that a reference means. Asks the network.
    ///
    /// @param reference as in `Qwen/Qwen3-4B-GGUF:Q4_K_M`; without a quantisation the usual one
    /// @throws DownloadException in one sentence if there is none or it cannot be told which
    public Offer find(String reference) throws DownloadException, InterruptedException {
        var parts = REFERENCE.matcher(reference.strip());
        if (!parts.matches()) {
            throw new DownloadException("\"" + reference + "\" names no model: write owner/repository:quantisation, as in"
                    + " Qwen/Qwen3-4B-GGUF:Q4_K_M.");
        }
        var repository = parts.group(1) + "/" + parts.group(2);
        var files = list(repository);
        var chosen = parts.group(3) == null ? usual(repository, files) : named(repository, files, parts.group(3));
        if (SPLIT.matcher(chosen.name()).find()) {
            throw new DownloadException(chosen.name() + " is one of several parts of a model, which cannot be fetched"
                    + " together: choose a quantisation that is one file.");
        }
        var item = new Item(
                chosen.name(),
                home.resolve(repository + "/resolve/main/" + escaped(chosen.path())),
                chosen.bytes(),
                chosen.sha256());
        return new Offer(repository + ", " + chosen.name(), repository.replace('/', '_'), List.of(item));
    }

    private static String escaped(String path) {
        try {
            return new URI(null, null, "/" + path, null).getRawPath().substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(path, impossible);
        }
    }

    private List<Found> list(String repository) throws DownloadException, InterruptedException {
        var address = home.resolve("api/models/" + repository + "/tree/main?recursive=true");
        var found = new ArrayList<Found>();
        try {
            for (var node : new ObjectMapper().readTree(network.text(address))) {
                add(node, found);
            }
        } catch (JsonProcessingException damaged) {
            throw new DownloadException(address.getHost() + " gave an answer that cannot be read.", damaged);
        }
        if (found.isEmpty()) {
            throw new DownloadException(repository + " holds no GGUF file: look for one whose name ends in -GGUF.");
        }
        return found;
    }

    private static void add(JsonNode node, List<Found> found) {
        var path = node.path("path").asText();
        var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".gguf") || name.startsWith("mmproj") || name.startsWith(".") || path.contains("..")) {
            return;
        }
        var oid = node.path("lfs").path("oid").asText("");
        found.add(new Found(
                path, Math.max(0, node.path("size").asLong()), oid.matches("[0-9a-f]{64}") ? oid : ""));
    }

    private static Found usual(String repository, List<Found> files) throws DownloadException {
        if (files.size() == 1) {
            return files.getFirst();
        }
        for (var quantisation : USUAL) {
            if (files.stream().anyMatch(file -> file.has(quantisation))) {
                return named(repository, files, quantisation);
            }
        }
        throw new DownloadException(repository + " holds several models: name one of " + names(files) + ".");
    }

    private static Found named(String repository, List<Found> files, String quantisation) throws DownloadException {
        return files.stream()
                .filter(file -> file.has(quantisation) || file.name().equalsIgnoreCase(quantisation))
                .min(Comparator.comparingInt((Found file) -> file.path().length()))
                .orElseThrow(() -> new DownloadException(
                        repository + " holds no " + quantisation + ": it has " + names(files) + "."));
    }

    private static String names(List<Found> files) {
        return String.join(", ", files.stream().map(Found::name).limit(12).toList());
    }
}
