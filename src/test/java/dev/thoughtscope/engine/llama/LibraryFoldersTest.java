package dev.thoughtscope.engine.llama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.gguf.GgufFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFoldersTest {
    @TempDir
    private Path home;

    @Test
    void findsALibraryBesideAProgramAndInAnApplication() throws IOException {
        var beside = Files.createDirectories(home.resolve("tools/lib"));
        Files.createFile(beside.resolve("libllama.so.0.5.0"));
        var backend = Files.createDirectories(home.resolve(".lmstudio/extensions/backends/llama.cpp-linux-1.2"));
        Files.createFile(backend.resolve("libllama.v0.5.0.so"));
        Files.createFile(Files.createDirectories(home.resolve("other/lib")).resolve("libllama-common.so"));
        var path = home.resolve("tools/bin") + java.io.File.pathSeparator + home.resolve("other/bin");
        assertThat(LibraryFolders.found(home, path)).contains(beside, backend).doesNotContain(home.resolve("other/lib"));
    }

    @Test
    void theCacheIsAsLargeAsItsKeysAndValues() throws Exception {
        var file = GgufFile.read(LlamaEngineContract.MODEL);
        long width = file.architectureNumber("embedding_length").orElseThrow();
        long layers = file.architectureNumber("block_count").orElseThrow();
        long heads = file.architectureNumber("attention.head_count").orElseThrow();
        long kvHeads = file.architectureNumber("attention.head_count_kv").orElse(heads);
        var estimate = MemoryEstimate.of(file, 100);
        assertThat(estimate.cache()).isEqualTo(100 * 2 * 2 * layers * width / heads * kvHeads);
        assertThat(estimate.weights()).isBetween(file.size() / 2, file.size());
        assertThat(estimate.total()).isGreaterThan(estimate.weights() + estimate.cache());
    }
}
