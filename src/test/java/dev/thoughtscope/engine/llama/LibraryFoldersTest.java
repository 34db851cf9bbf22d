package dev.thoughtscope.engine.llama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.LibraryInfo.Origin;
import dev.thoughtscope.engine.llama.LibraryFolders.Found;
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
        var fetched = Files.createDirectories(home.resolve("fetched/b1/bin"));
        Files.createFile(fetched.resolve("libllama.so"));
        assertThat(LibraryFolders.found(home.resolve("fetched"), home, path + java.io.File.pathSeparator + "lib"))
                .contains(
                        new Found(Origin.FETCHED, fetched),
                        new Found(Origin.LM_STUDIO, backend),
                        new Found(Origin.PATH, beside))
                .noneMatch(found -> found.folder().equals(home.resolve("other/lib")));
    }

    @Test
    void aFolderThatIsReachedTwiceIsFoundOnce() throws IOException {
        var lib = Files.createDirectories(home.resolve("a/lib"));
        Files.createFile(lib.resolve("libllama.so"));
        Files.createSymbolicLink(home.resolve("b"), lib);
        var path = lib + java.io.File.pathSeparator + home.resolve("b");
        assertThat(LibraryFolders.found(home.resolve("none"), home, path))
                .filteredOn(found -> found.folder().startsWith(home))
                .containsExactly(new Found(Origin.PATH, lib));
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
