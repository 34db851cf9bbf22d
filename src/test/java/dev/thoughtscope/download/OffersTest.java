package dev.thoughtscope.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.download.LlamaReleases.Backend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a name means, on answers of the shape that the two services give.
@Timeout(30)
class OffersTest {
    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final String TREE = "api/models/Some-One/Model-GGUF/tree/main?recursive=true";

    @TempDir
    private Path folder;

    private final Network network = new Network(() -> false, Duration.ofSeconds(5));
    private FaultyServer server;
    private HuggingFace hub;

    @BeforeEach
    void start() throws IOException {
        server = new FaultyServer();
        hub = new HuggingFace(network, server.address(""));
    }

    @AfterEach
    void stop() {
        network.close();
        server.close();
    }

    private void tree(String... paths) {
        var entries = List.of(paths).stream()
                .map(path -> """
                        {"type":"file","oid":"aa","size":123,"path":"%s","lfs":{"oid":"%s","size":123,"pointerSize":134}}"""
                        .formatted(path, SHA))
                .toList();
        server.files.put(TREE, ("[" + String.join(",", entries) + "]").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aModelIsFoundByItsQuantisation() throws Exception {
        tree("README.md", "Model-Q8_0.gguf", "sub dir/Model-Q4_K_M.gguf", "Model-IQ4_K_M.gguf", "mmproj-Q4_K_M.gguf");
        var offer = hub.find("Some-One/Model-GGUF:q4_k_m");
        assertThat(offer.title()).isEqualTo("Some-One/Model-GGUF, Model-Q4_K_M.gguf");
        assertThat(offer.bytes()).isEqualTo(123);
        assertThat(offer.items()).containsExactly(new Item(
                "Model-Q4_K_M.gguf",
                server.address("Some-One/Model-GGUF/resolve/main/sub%20dir/Model-Q4_K_M.gguf"),
                123,
                SHA));
        assertThat(hub.find("Some-One/Model-GGUF").items().getFirst().name()).isEqualTo("Model-Q4_K_M.gguf");
        assertThat(hub.find("Some-One/Model-GGUF:Model-Q8_0.gguf").items().getFirst().name()).isEqualTo("Model-Q8_0.gguf");
        assertThatThrownBy(() -> hub.find("Some-One/Model-GGUF:Q2_K"))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("no Q2_K")
                .hasMessageContaining("Model-Q8_0.gguf");
    }

    @Test
    void whatCannotBeMeantIsSaid() {
        tree("a/Model-Q4_K_M-00001-of-00003.gguf", "a/Model-Q4_K_M-00002-of-00003.gguf");
        assertThatThrownBy(() -> hub.find("Some-One/Model-GGUF")).hasMessageContaining("several parts");
        tree("model-a.gguf", "model-b.gguf");
        assertThatThrownBy(() -> hub.find("Some-One/Model-GGUF")).hasMessageContaining("model-a.gguf, model-b.gguf");
        tree("README.md");
        assertThatThrownBy(() -> hub.find("Some-One/Model-GGUF")).hasMessageContaining("holds no GGUF file");
        assertThatThrownBy(() -> hub.find("Some-One/Other")).hasMessageContaining("it is not there");
        for (var wrong : List.of("model", "../x/y", "a/b/c", "a/b:", "https://x/y", "a/..")) {
            assertThatThrownBy(() -> hub.find(wrong)).isInstanceOf(DownloadException.class);
        }
        server.files.put(TREE, "<html>".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> hub.find("Some-One/Model-GGUF")).hasMessageContaining("cannot be read");
    }

    @Test
    void aModelIsFetchedIntoTheStore() throws Exception {
        var content = "a model".getBytes(StandardCharsets.UTF_8);
        server.files.put(TREE, """
                [{"type":"file","size":%d,"path":"m-Q4_0.gguf","lfs":{"oid":"%s"}}]"""
                .formatted(content.length, DownloaderTest.sha256(content)).getBytes(StandardCharsets.UTF_8));
        server.files.put("Some-One/Model-GGUF/resolve/main/m-Q4_0.gguf", content);
        var file = new Fetcher(network, new Store(folder)).model(hub.find("Some-One/Model-GGUF"), _ -> {});
        assertThat(file).isEqualTo(folder.resolve("models/Some-One_Model-GGUF/m-Q4_0.gguf")).hasBinaryContent(content);
    }

    private LlamaReleases releases(String system, String architecture) {
        return new LlamaReleases(network, server.address("tags/"), system, architecture);
    }

    private void release(String... names) {
        var assets = List.of(names).stream()
                .map(name -> """
                        {"name":"%s","size":9,"digest":"sha256:%s","browser_download_url":"%s"}"""
                        .formatted(name, SHA, server.address("get/" + name)))
                .toList();
        server.files.put(
                "tags/" + LlamaReleases.PINNED,
                ("{\"assets\":[" + String.join(",", assets) + "]}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theReleaseThatFitsTheSystemIsFound() throws Exception {
        release(
                "cudart-llama-bin-win-cuda-12.4-x64.zip", "cudart-llama-bin-win-cuda-13.1-x64.zip",
                "llama-b1-bin-macos-arm64.tar.gz", "llama-b1-bin-ubuntu-arm64.tar.gz", "llama-b1-bin-ubuntu-vulkan-x64.tar.gz",
                "llama-b1-bin-ubuntu-x64.tar.gz", "llama-b1-bin-win-cpu-x64.zip", "llama-b1-bin-win-cuda-12.4-x64.zip",
                "llama-b1-bin-win-cuda-13.1-x64.zip", "llama-b1-bin-win-vulkan-x64.zip", "llama-b1-ui.tar.gz");
        assertThat(names(releases("Linux", "amd64").find(Backend.CPU))).containsExactly("llama-b1-bin-ubuntu-x64.tar.gz");
        assertThat(names(releases("Linux", "aarch64").find(Backend.CPU))).containsExactly("llama-b1-bin-ubuntu-arm64.tar.gz");
        assertThat(names(releases("Linux", "amd64").find(Backend.VULKAN)))
                .containsExactly("llama-b1-bin-ubuntu-vulkan-x64.tar.gz");
        assertThat(names(releases("Mac OS X", "aarch64").find(Backend.CPU))).containsExactly("llama-b1-bin-macos-arm64.tar.gz");
        assertThat(names(releases("Windows 11", "amd64").find(Backend.VULKAN))).containsExactly("llama-b1-bin-win-vulkan-x64.zip");
        assertThat(names(releases("Windows 11", "amd64").find(Backend.CUDA)))
                .containsExactly("llama-b1-bin-win-cuda-12.4-x64.zip", "cudart-llama-bin-win-cuda-12.4-x64.zip");
        var offer = releases("Linux", "amd64").find(Backend.CPU);
        assertThat(offer.items().getFirst().sha256()).isEqualTo(SHA);
        assertThat(offer.folder()).isEqualTo(LlamaReleases.PINNED + "-cpu");
        assertThatThrownBy(() -> releases("Linux", "amd64").find(Backend.CUDA)).hasMessageContaining("no CUDA build");
    }

    @Test
    void withoutAChecksumNothingIsFetched() {
        server.files.put("tags/" + LlamaReleases.PINNED, """
                {"assets":[{"name":"llama-b1-bin-ubuntu-x64.tar.gz","size":9,"digest":null,"browser_download_url":"x"}]}"""
                .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> releases("Linux", "amd64").find(Backend.CPU)).hasMessageContaining("states no checksum");
    }

    private static List<String> names(Offer offer) {
        return offer.items().stream().map(Item::name).toList();
    }
}
